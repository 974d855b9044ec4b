#!/usr/bin/env bash
# failures_test.sh <repository>: ./go in a small project of its own, whose build and tests fail in turn.
set -euo pipefail
repository=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# ends <exit code> <last line> <go's argument...>
ends() {
  local wanted_status=$1 wanted_line=$2 line status=0
  shift 2
  "$folder/go" "$@" >"$folder/output" 2>&1 || status=$?
  line=$(tail -n 1 "$folder/output")
  # shellcheck disable=SC2053  # the wanted line is a pattern
  if [[ $line != $wanted_line || $status -ne $wanted_status ]]; then
    echo "go $*: exit $status, last line '$line'; wanted exit $wanted_status, '$wanted_line'"
    cat "$folder/output"
    exit 1
  fi
}

mkdir "$folder/.ci"
cp "$repository/go" "$folder/"
cp "$repository/.ci/closing-line" "$folder/.ci/"
touch "$folder/.ci/packages"
cat >"$folder/CMakePresets.json" <<'JSON'
{
  "version": 6,
  "configurePresets": [{"name": "release", "generator": "Ninja", "binaryDir": "${sourceDir}/build/${presetName}"}],
  "buildPresets": [{"name": "release", "configurePreset": "release"}],
  "testPresets": [
    {"name": "release", "configurePreset": "release", "execution": {"noTestsAction": "error"}}
  ]
}
JSON
cat >"$folder/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(small NONE)
enable_testing()
add_custom_target(program ALL COMMAND sh ${CMAKE_SOURCE_DIR}/build.sh)
add_test(NAME works COMMAND true)
add_test(NAME follows COMMAND sh ${CMAKE_SOURCE_DIR}/test.sh)
CMAKE

echo "exit 0" >"$folder/build.sh"
echo "exit 0" >"$folder/test.sh"
ends 0 "2 passed, 0 failed" test
ends 0 "1 passed, 0 failed" test -R works
ends 1 "0 passed, 0 failed" test -R 'nothing of this name'
echo "exit 1" >"$folder/test.sh"
ends 1 "1 passed, 1 failed" test
echo "exit 1" >"$folder/build.sh"
ends 1 "ninja: build stopped*" test
echo "message(FATAL_ERROR planted)" >>"$folder/CMakeLists.txt"
ends 1 "go: failed (1), whole log in build/release.configure.log*" test
ends 2 "go: no command 'tset'*" tset
