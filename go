#!/usr/bin/env bash
# The repository's one command: ./go help says what it does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'TEXT'
./go <command>: installs what is missing (Debian 12, as root or by sudo), builds, and runs.

  run [options]     run the default study and compare its arms, with a picture, in out/
  test [options]    build and run all tests; last line "N passed, N failed"; options go to ctest
  check             formatting, rules of includes, headers without a source compiled alone, shell scripts
  format            bring all C++ files into the project's format
  sanitize          all tests under AddressSanitizer with UBSan, then under ThreadSanitizer
  tidy              clang-tidy on every file, compiled by clang++
  coverage          which lines and branches the tests reach; pages in build/coverage/report
  arm64             cross build for arm64; under emulation it and x86-64 processors without AVX-512 or AVX
                    must write the very files of this machine (x86-64; about half a gigabyte in build/)
  bench [options]   the benchmarks, whole runs beside this machine's bounds, and other programs; options go to
                    Google Benchmark. With --page first: measures all that docs/performance.md says and writes
                    it there; options go to tests/bench/performance_page.py
  fuzz [seconds]    every fuzz target for so long (60), under ASan and UBSan
  help              this text

Examples:
  ./go run --replicates 20 --seed 7       options of: clout run
  ./go test -R '^graph/'                  only the tests of sim/graph
  ./go bench --page --large               everything in docs/performance.md measured anew, 10 GB
  ./go fuzz 600                           ten minutes for each target
TEXT
}

fail() {
  echo "go: $1" >&2
  exit 2
}

# quietly <log> <command...>: what the command says is shown only if it fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 || {
    local status=$?
    tail -n 60 "$log" >&2
    echo "go: failed ($status), whole log in $log: $*" >&2
    return "$status"
  }
}

# packages_of <section...>: their packages in .ci/packages, one a line.
packages_of() {
  local section
  for section in "$@"; do
    awk -v wanted="[$section]" '/^\[/ { inside = $0 == wanted; next } inside && NF && !/^#/' .ci/packages
  done
}

is_installed() { [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# install <section...>: asks apt only for what dpkg does not have.
install() {
  local package missing=() as_root=(env)
  { command -v dpkg-query && command -v apt-get; } >/dev/null || {
    echo "go: no apt here, nothing is installed; .ci/packages names what Debian 12 needs" >&2
    return 0
  }
  while read -r package; do is_installed "$package" || missing+=("$package"); done < <(packages_of "$@")
  [[ ${#missing[@]} -eq 0 ]] && return 0
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || fail "neither root nor sudo; ask an administrator for: apt-get install ${missing[*]}"
    as_root=(sudo env)
  fi
  echo "Installing ${missing[*]}"
  # Never removes a package: Boost 1.74's headers, which exclude 1.81's, may be there for a reason.
  local apt=("${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0)
  local get=("${apt[@]}" install --no-remove --no-install-recommends "${missing[@]}")
  mkdir -p build
  # The package lists are brought up to date only if apt cannot do with those it has.
  "${get[@]}" >build/packages.log 2>&1 && return 0
  quietly build/packages.log "${apt[@]}" update || fail "apt-get update failed"
  quietly build/packages.log "${get[@]}" || fail "packages of Debian 12 are needed (see .ci/packages)"
}

# build <preset> [cmake --build option...]: ninja's own progress on a terminal, one line elsewhere.
build() {
  local preset=$1 quiet=()
  shift
  if [[ ! -t 1 ]]; then
    quiet=(-- --quiet)
    echo "Building $preset"
  fi
  quietly "build/$preset.configure.log" cmake --preset "$preset" || return
  cmake --build --preset "$preset" "$@" "${quiet[@]}"
}

# ctest_of <preset> [ctest option...]: without a terminal only tests that did not pass are shown.
ctest_of() {
  if [[ -t 1 ]]; then
    ctest --preset "$@"
  else
    ctest --preset "$@" 2>&1 | sed -u -E '/^ +Start +[0-9]+: /d; /^ *[0-9]+\/[0-9]+ Test +#[0-9]+: .* Passed /d'
  fi
}

# run_tests <preset> [ctest option...]: counted from CTest's own results of this very run.
run_tests() {
  local preset=$1 results=$PWD/build/$1/tests.xml status=0
  shift
  rm -f "$results"
  ctest_of "$preset" --output-junit "$results" "$@" || status=1
  if [[ -s $results ]]; then
    .ci/closing-line "$results" || status=1
  else
    echo "0 passed, 0 failed"
    status=1
  fi
  return "$status"
}

main_job() {
  local study=scenarios/celebrity-vs-micro.toml out=out/celebrity-vs-micro status=0 resume=()
  mkdir -p out
  # What an interrupted run has finished is not run again.
  [[ ! -d $out.h5.parts ]] || resume=(--resume)
  build/release/clout run "$study" -o "$out.h5" "${resume[@]}" "$@" || status=$?
  [[ $status -eq 0 ]] || return "$status"
  build/release/clout compare "$out.h5" --plot "$out.svg" >/dev/null
  echo "The picture:  $PWD/$out.svg"
  echo "More of it:   build/release/clout compare $out.h5 --all; build/release/clout inspect $out.h5"
  echo "What it is:   $study, docs/comparing.md, docs/outcome.md; more studies: docs/scenarios.md"
}

cpp_files() { find sim analysis tests -name '*.[ch]pp' 2>/dev/null || true; }

check() {
  local status=0
  cpp_files | xargs clang-format --dry-run --Werror || status=1
  shellcheck go .ci/run .ci/bare .ci/closing-line .ci/debian-suites .ci/arm64-root tests/go/*.sh tests/portable/*.sh || status=1
  cmake -DROOT="$PWD" -P tests/layering/directions.cmake || status=1
  build release --target all_verify_interface_header_sets || status=1
  [[ $status -ne 0 ]] || echo "All checks hold"
  return "$status"
}

sanitize() {
  local preset status=0
  for preset in asan tsan; do
    build "$preset" || return 1
    run_tests "$preset" "$@" || status=1
  done
  return "$status"
}

tidy() {
  # Clang's count of the warnings in system headers says nothing about this code.
  build audit 2>&1 | sed -u '/^[0-9]* warnings\? generated\.$/d'
}

coverage() {
  # Counts of earlier builds and runs would be added to.
  [[ ! -d build/coverage ]] || find build/coverage -name '*.gcda' -delete
  build coverage
  run_tests coverage "$@"
  mkdir -p build/coverage/report
  gcovr --root . --filter sim/ --filter analysis/ --exclude-throw-branches --txt --print-summary \
    --html-details build/coverage/report/index.html build/coverage
}

# arm64: the libraries that the build finds here are had for arm64 too, in a folder of their own.
arm64() {
  local here=$PWD/build/release/clout root=$PWD/build/arm64-root libraries list
  [[ $(uname -m) == x86_64 ]] || fail "arm64 compares with x86-64 and runs there only"
  list=$(packages_of build | grep -E '^(lib|zlib)')
  mapfile -t libraries <<<"$list"
  quietly build/arm64-root.log .ci/arm64-root "$root" "${libraries[@]}"
  build release --target clout
  build arm64 --target clout
  tests/random/same_bits.sh "$PWD" "$PWD/build/arm64/same_bits" \
    qemu-aarch64-static aarch64-linux-gnu-g++ -O2 -static
  # x86-64-v2 (no AVX), and v3 (AVX2, no AVX-512) less what qemu would say that it has not.
  local haswell=Haswell,-pcid,-x2apic,-tsc-deadline,-hle,-rtm,-invpcid
  tests/portable/same_files.sh build/arm64/same_files "$here" \
    -- qemu-aarch64-static -L "$root" build/arm64/clout \
    -- qemu-x86_64-static -cpu Nehalem "$here" \
    -- qemu-x86_64-static -cpu "$haswell" "$here"
}

# programs <preset> <pattern>: the built programs of that name, one a line.
programs() {
  local found
  found=$(find "build/$1" -maxdepth 1 -type f -executable -name "$2" | sort)
  [[ -n $found ]] || fail "no build/$1/$2 was built"
  echo "$found"
}

bench() {
  local program list accounts
  build bench
  # Debian's own Python, since the other programs are Debian's packages.
  if [[ ${1:-} == --page ]]; then
    shift
    /usr/bin/python3 tests/bench/performance_page.py build/bench "$@"
    return
  fi
  list=$(programs bench 'clout_bench_*')
  for program in $list; do "$program" "$@"; done
  for accounts in 100000 1000000; do build/bench/clout_drive_generation --accounts "$accounts"; done
  for accounts in 100000 1000000; do build/bench/clout_drive_engine --accounts "$accounts"; done
  /usr/bin/python3 tests/bench/peers.py build/bench
}

# fuzz [seconds]: seeds are in tests/fuzz/corpus/<name>, words in tests/fuzz/<name>.dict, if there are any; what it finds
# stays in build/fuzz/found/.
fuzz() {
  local seconds=${1:-60} program name list found options
  [[ $seconds =~ ^[1-9][0-9]*$ ]] || fail "fuzz takes a number of seconds, not '$seconds'"
  build fuzz
  list=$(programs fuzz 'fuzz_*')
  for program in $list; do
    name=${program##*/fuzz_} found=build/fuzz/found/${program##*/fuzz_}
    mkdir -p "$found"
    options=("-max_total_time=$seconds" -timeout=25 -rss_limit_mb=4096 -print_final_stats=1 "-artifact_prefix=$found-")
    [[ ! -f tests/fuzz/$name.dict ]] || options+=("-dict=tests/fuzz/$name.dict")
    options+=("$found")
    [[ ! -d tests/fuzz/corpus/$name ]] || options+=("tests/fuzz/corpus/$name")
    echo "$name for $seconds s"
    quietly "build/fuzz/$name.log" "$program" "${options[@]}"
    grep '^stat::number_of_executed_units' "build/fuzz/$name.log"
  done
}

# Commands follow one another by line, never by && or ||, where bash would overlook a failure inside a function.
command=${1:-help}
[[ $# -eq 0 ]] || shift
case $command in
  run)
    install build
    build release --target clout
    main_job "$@"
    ;;
  test)
    install build test
    build release
    run_tests release "$@"
    ;;
  check)
    install build test check
    check
    ;;
  format)
    install check
    cpp_files | xargs clang-format -i
    ;;
  sanitize)
    install build test
    sanitize "$@"
    ;;
  tidy)
    install build test tidy
    tidy
    ;;
  coverage)
    install build test coverage
    coverage "$@"
    ;;
  arm64)
    install build arm64
    arm64
    ;;
  bench)
    install build bench
    bench "$@"
    ;;
  fuzz)
    install build fuzz
    fuzz "$@"
    ;;
  help | -h | --help) usage ;;
  *) fail "no command '$command'; ./go help lists them" ;;
esac
