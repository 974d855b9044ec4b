#!/usr/bin/env bash
# same_files_test.sh <same_files.sh>: with stand-ins for clout, of which one differs from the others in the last byte of
# one file.
set -euo pipefail
same_files=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# stand_in <name> <graph> <study>: writes these where clout would, after -o.
stand_in() {
  cat >"$folder/$1" <<TEXT
#!/bin/sh
[ "\$1" = graph ] && text=$2 || text=$3
while [ "\$1" != -o ]; do shift; done
echo \$text >"\$2"
TEXT
  chmod +x "$folder/$1"
}
stand_in first aaaa bbbb
stand_in equal aaaa bbbb
stand_in other-graph aaac bbbb
stand_in other-study aaaa bbbc
printf '#!/bin/sh\nexit 3\n' >"$folder/broken"
chmod +x "$folder/broken"

# ends <wanted exit code> <name...>: these, each beside the first.
ends() {
  local wanted=$1 status=0 name rest=()
  shift
  for name in "$@"; do rest+=(-- "$folder/$name"); done
  bash "$same_files" "$folder/files" "$folder/first" "${rest[@]}" >"$folder/output" 2>&1 || status=$?
  [[ $status -eq $wanted ]] || {
    echo "$*: exit $status, wanted $wanted"
    cat "$folder/output"
    exit 1
  }
}
ends 0 equal
ends 0 equal equal
ends 1 other-graph
ends 1 other-study
ends 1 equal other-study
ends 3 broken
ends 2
