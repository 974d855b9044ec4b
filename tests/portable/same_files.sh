#!/usr/bin/env bash
# same_files.sh <folder> <clout...> -- <other clout...> [-- <other clout...>]...
# A graph and a study, written into the folder by the first command and by each of the others (a binary, or an emulator with
# its options and a binary), are the same files, byte for byte. Exit 1 at the first that is not.
set -euo pipefail
study=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/study.toml
folder=$1
shift
rm -rf "$folder"
mkdir -p "$folder"

# written <name> <clout...>: <name>-graph.h5 and <name>-study.h5.
written() {
  local name=$1 started=$SECONDS
  shift
  "$@" graph generate --accounts 3000 --seed 11 -o "$folder/$name-graph.h5" >"$folder/$name-graph.txt"
  "$@" run "$study" -o "$folder/$name-study.h5" >"$folder/$name-study.txt"
  echo "$((SECONDS - started)) s  $*"
}

runs=0
command=()
for word in "$@" --; do
  if [[ $word != -- ]]; then
    command+=("$word")
    continue
  fi
  written "$runs" "${command[@]}"
  for file in graph study; do
    cmp "$folder/0-$file.h5" "$folder/$runs-$file.h5" || {
      echo "the $file is another one by: ${command[*]}"
      exit 1
    }
  done
  runs=$((runs + 1))
  command=()
done
[[ $runs -ge 2 ]] || {
  echo "nothing to compare with" >&2
  exit 2
}
echo "$runs runs, the same files from each: $(sha256sum <"$folder/0-graph.h5" | cut -c-12) (graph)," \
  "$(sha256sum <"$folder/0-study.h5" | cut -c-12) (study)"
