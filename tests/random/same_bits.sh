#!/bin/sh
# same_bits.sh ROOT WORK_FOLDER RUNNER COMPILER FLAG...
# Compiles signature.cpp with the compiler and flags, runs it (through RUNNER unless that is empty: an emulator), and
# compares what it prints with signature.golden. Exit 77, which CTest counts as skipped, if a program is missing or this
# machine cannot run the result.
set -eu
root=$1 folder=$2 runner=$3 compiler=$4
shift 4

for program in "$compiler" ${runner:+"$runner"}; do
  if ! command -v "$program" >/dev/null; then
    echo "skipped: $program is not installed"
    exit 77
  fi
done

mkdir -p "$folder"
cd "$root"
"$compiler" -std=c++20 -ffp-contract=off -fno-trapping-math -I. "$@" -o "$folder/signature" tests/random/signature.cpp \
  sim/random/bulk.cpp sim/random/bulk_avx2.cpp sim/random/bulk_avx512.cpp sim/random/distributions.cpp \
  sim/random/portable_normal.cpp sim/base/contracts.cpp sim/base/instruction_set.cpp
${runner:+"$runner"} "$folder/signature" > "$folder/printed"
if diff tests/random/signature.golden "$folder/printed"; then
  echo "the same bits from $compiler $*"
else
  echo "$compiler $* gives other bits than tests/random/signature.golden (left: golden, right: printed)"
  exit 1
fi
