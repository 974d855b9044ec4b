"""Manual pages as data: the list of commands that tests walk."""

import os
import re
import subprocess

CLOUT = os.environ["CLOUT"]


def plain(roff):
    """roff without fonts and escapes."""
    return re.sub(r"\\f[BIR]", "", roff).replace("\\-", "-").replace("\\&", "").replace("\\e", "\\")


def sections(page):
    """Heading to content."""
    parts = re.split(r"^\.SH (.*)\n", page, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def entries(section):
    """(term, description) of every .TP."""
    return [tuple(each.split("\n", 2)[:2]) for each in re.split(r"^\.TP\n", section, flags=re.M)[1:]]


def pages(folder):
    """Name of the page to page, for every command of clout."""
    subprocess.run([CLOUT, "man", "--all", folder], check=True, timeout=60)
    result = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            result[name] = file.read()
    return result


def command_of(page):
    """The words of the command, without the program's own."""
    words = plain(sections(page)["SYNOPSIS"].split("\\fR")[0]).split()
    return words[1:]


def options_of(page):
    """Names of the options, each with its value's label or None."""
    result = {}
    for term, _ in entries(sections(page).get("OPTIONS", "")):
        label = re.search(r"\\fI(.*?)\\fR", term)
        for name in re.findall(r"\\fB(.*?)\\fR", term):
            result[plain(name)] = plain(label.group(1)) if label else None
    return result


def examples_of(page):
    """The lines of the examples, without their comments (which follow three blanks)."""
    blocks = re.findall(r"^\.nf\n(.*?)^\.fi", sections(page).get("EXAMPLES", ""), flags=re.M | re.S)
    lines = [plain(line).strip() for block in blocks for line in block.splitlines()]
    return [re.split(r" {3,}", line)[0] for line in lines if "clout " in line]


def gaps(page):
    """What a command owes its reader."""
    found = []
    name = sections(page)["NAME"].split("\\- ", 1)
    if len(name) < 2 or not name[1].strip():
        found.append("description")
    found += [term for term, text in entries(sections(page).get("OPTIONS", "") + sections(page).get("DESCRIPTION", ""))
              if not text.strip() or text.startswith(".") or text.startswith(" (")]
    if ".nf\n" not in sections(page).get("EXAMPLES", ""):
        found.append("example")
    return found
