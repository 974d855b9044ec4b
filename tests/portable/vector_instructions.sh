#!/usr/bin/env bash
# vector_instructions.sh <x86-64 binary>: AVX and AVX-512 instructions stand only in functions with avx2 or avx512
# in their name, which run where the processor has them (sim/base/instruction_set.hpp). One that strayed, by a flag or an
# inlined function, would end the program on an older processor. It must find some in each of those two kinds, or it does
# not see what it looks for.
set -euo pipefail
binary=$1
objdump --disassemble --no-show-raw-insn --section=.text "$binary" | awk '
  # A function starts: "0000000000041b80 <name>:".
  /^[0-9a-f]+ <.*>:$/ { name = $2; next }
  # AVX mnemonics, and nothing else that compilers write, start with v; masks of AVX-512 with k.
  $2 ~ /^[vk]/ || /%[yz]mm/ || /%k[0-7]/ {
    if (name ~ /avx512/) ++avx512
    else if (name ~ /avx2/ && !/%zmm|%k[0-7]/) ++avx2
    else if (++stray[name] == 1) first[name] = $0
  }
  END {
    printf "%d instructions in functions for AVX2, %d in those for AVX-512\n", avx2, avx512
    for (name in stray) {
      printf "%d where any x86-64 processor may come: %s %s\n", stray[name], name, first[name]
      bad = 1
    }
    if (!avx2 || !avx512) { print "none found in functions that must have them"; bad = 1 }
    exit bad
  }'
