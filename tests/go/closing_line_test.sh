#!/usr/bin/env bash
# closing_line_test.sh <closing-line>: its count for real results of CTest, one outcome of every kind.
set -euo pipefail
closing_line=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# closes <exit code> <line> <ctest option...>: what closing-line makes of the tests that ctest selects.
closes() {
  local wanted_status=$1 wanted_line=$2 line status=0
  shift 2
  ctest --test-dir "$folder/build" --output-junit "$folder/results.xml" "$@" >/dev/null 2>&1 || true
  line=$("$closing_line" "$folder/results.xml") || status=$?
  if [[ $line != "$wanted_line" || $status -ne $wanted_status ]]; then
    echo "ctest $*: '$line', exit $status; wanted '$wanted_line', exit $wanted_status"
    exit 1
  fi
}

cat >"$folder/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(outcomes NONE)
enable_testing()
add_test(NAME "pass \"quoted\" <tag>" COMMAND sh -c "printf '\\t<testcase status=\"fail\"\\n'")
add_test(NAME pass_too COMMAND true)
add_test(NAME fail COMMAND sh -c "printf '\\t<testcase status=\"run\"\\n'; exit 1")
add_test(NAME missing COMMAND /nonexistent/program)
add_test(NAME setup COMMAND false)
add_test(NAME needs_setup COMMAND true)
set_tests_properties(setup PROPERTIES FIXTURES_SETUP ground)
set_tests_properties(needs_setup PROPERTIES FIXTURES_REQUIRED ground)
add_test(NAME skip COMMAND sh -c "exit 77")
set_tests_properties(skip PROPERTIES SKIP_RETURN_CODE 77)
add_test(NAME disabled COMMAND true)
set_tests_properties(disabled PROPERTIES DISABLED ON)
CMAKE
cmake -G Ninja -S "$folder" -B "$folder/build" >/dev/null

closes 1 "2 passed, 4 failed, 2 skipped"
closes 0 "2 passed, 0 failed" -R '^pass'
closes 0 "2 passed, 0 failed, 1 skipped" -R '^pass|^skip'
closes 1 "0 passed, 1 failed" -R '^missing'
closes 1 "0 passed, 0 failed, 1 skipped" -R '^skip'
closes 1 "0 passed, 0 failed" -R '^nothing of this name'
