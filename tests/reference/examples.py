#!/usr/bin/env python3
"""Runs the studies of docs/examples and rewrites what `clout compare` prints there, and the pictures.

  python3 tests/reference/examples.py build/release/clout                          all pages, some minutes
  python3 tests/reference/examples.py build/release/clout wiki-Vote                these pages
  python3 tests/reference/examples.py build/release/clout --check wiki-Vote        writes nothing; exits with 1 if a page is out of date

Only what stands between the two marks of a page is made here. The sentences around it are written by hand: read them again
when the figures change.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "examples"
BEGIN, END = "<!-- made by tests/reference/examples.py -->\n", "<!-- end of what is made -->\n"
# page: (scenario, whether it has a picture)
EXAMPLES = {"celebrity-vs-micro": ("scenarios/celebrity-vs-micro.toml", True),
            "soc-Epinions1": ("scenarios/real-graph.toml", False),
            "wiki-Vote": ("scenarios/graphs/wiki-Vote.toml", False),
            "twitter-topic-a": ("scenarios/graphs/twitter-topic-a.toml", False),
            "twitter-topic-b": ("scenarios/graphs/twitter-topic-b.toml", False)}


def without_commit(picture):
    """The commit that drew a picture would differ in every commit, though nothing else does."""
    return re.sub(r"(clout \d+\.\d+\.\d+) \([^)]*\)", r"\1", picture)


def make(clout, name):
    """What stands between a page's marks, and the picture or None."""
    scenario, has_picture = EXAMPLES[name]
    compare = ["compare", f"{name}.h5"]
    plot = ["--plot", f"{name}.svg"] if has_picture else []
    with tempfile.TemporaryDirectory() as folder:
        def run(*arguments):
            return subprocess.run([clout, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout

        run("run", str(ROOT / scenario), "-o", f"{name}.h5", "--progress", "none")
        table = run(*compare, "--markdown", *plot)
        picture = without_commit((pathlib.Path(folder) / f"{name}.svg").read_text()) if has_picture else None
    commands = f"    clout run {scenario} -o {name}.h5\n    clout {' '.join(compare + ['--markdown'] + plot)}\n"
    link = f"![Picture of the comparison below]({name}.svg)\n\n" if has_picture else ""
    return f"\n{commands}\n{link}{table.rstrip()}\n\n", picture


def with_made(page, made):
    """The page's text with what is between its marks replaced."""
    head, rest = page.split(BEGIN)
    return head + BEGIN + made + END + rest.split(END)[1]


def out_of_date(clout, name, write):
    """Files of an example that are not what the program prints now."""
    made, picture = make(clout, name)
    page = PAGES / f"{name}.md"
    wanted = {page: with_made(page.read_text(), made)}
    if picture is not None:
        wanted[page.with_suffix(".svg")] = picture
    old = [file for file, text in wanted.items() if not file.exists() or file.read_text() != text]
    if write:
        for file in old:
            file.write_text(wanted[file])
    return [str(file.relative_to(ROOT)) for file in old]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("clout", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("pages", nargs="*", help=", ".join(EXAMPLES))
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a page is out of date")
    options = parser.parse_intermixed_args()
    if unknown := set(options.pages) - set(EXAMPLES):
        parser.error(f"no such page: {', '.join(sorted(unknown))}; there are {', '.join(EXAMPLES)}")
    old = [file for name in options.pages or EXAMPLES for file in out_of_date(options.clout, name, not options.check)]
    for file in old:
        print(f"{'out of date' if options.check else 'written'}: {file}")
    return 1 if options.check and old else 0


if __name__ == "__main__":
    sys.exit(main())
