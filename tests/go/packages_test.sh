#!/usr/bin/env bash
# packages_test.sh <repository>: what ./go asks of apt, with stand-ins for apt-get, dpkg-query, id and sudo.
set -euo pipefail
repository=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# stand_in <name>: a script of this name, from standard input, that ./go finds first.
stand_in() {
  { echo '#!/bin/bash'; cat; } >"$folder/bin/$1"
  chmod +x "$folder/bin/$1"
}

# run: ./go format (the shortest command that installs), without the rest of the machine's programs.
run() { (cd "$folder" && PATH="$folder/bin" ./go format >output 2>&1 </dev/null); }

fails() {
  run || return 0
  echo "./go went on:"
  cat "$folder/output"
  exit 1
}

says() {
  grep -qF -- "$1" "$2" && return
  echo "'$1' is not in $2:"
  cat "$2"
  exit 1
}

mkdir "$folder/bin" "$folder/.ci" "$folder/sim"
for program in bash env dirname mkdir awk tail find xargs; do ln -s "$(command -v "$program")" "$folder/bin/"; done
cp "$repository/go" "$folder/"
printf '[build]\nother\n\n# why\n[check]\npresent\nabsent\nabsent-too\n' >"$folder/.ci/packages"
stand_in clang-format <<<'exit 0'
# shellcheck disable=SC2016  # the stand-in's own argument
stand_in dpkg-query <<<'if [[ ${!#} == present ]]; then echo installed; else exit 1; fi'
stand_in id <<<'echo 0'
stand_in apt-get <<<"echo \"\$*\" >>$folder/asked"

# As root: exactly what is missing, without bringing the lists up to date, and never removing anything.
run
says "--no-remove --no-install-recommends absent absent-too" "$folder/asked"
[[ $(wc -l <"$folder/asked") -eq 1 ]]

# Stale lists: brought up to date once, then tried again.
rm "$folder/asked"
stand_in apt-get <<<"echo \"\$*\" >>$folder/asked; [[ \$* == *update || -e $folder/updated ]] || exit 100; : >$folder/updated"
run
[[ $(wc -l <"$folder/asked") -eq 3 ]]
sed -n 2p "$folder/asked" >"$folder/second"
says "update" "$folder/second"

# A package that does not exist, even with new lists: the log's end and an error.
stand_in apt-get <<<'[[ $* == *update ]] || { echo "E: Unable to locate package absent"; exit 100; }'
fails
says "Unable to locate package absent" "$folder/output"
says "packages of Debian 12 are needed" "$folder/output"

# An ordinary user: by sudo if there is one, else told what to ask for.
stand_in id <<<'echo 1000'
fails
says "neither root nor sudo; ask an administrator for: apt-get install absent absent-too" "$folder/output"
stand_in sudo <<<"echo \"\$*\" >>$folder/by_sudo"
run
says "env DEBIAN_FRONTEND=noninteractive apt-get" "$folder/by_sudo"

# Not a Debian system: said, and on.
rm "$folder/bin/apt-get"
run
says "no apt here" "$folder/output"
