"""The part of a page that a script makes: what stands between its two marks is replaced, the rest stays."""


def replace(page, begin, end, made):
    """page: a pathlib.Path; begin and end: the marks, whole lines, each once in the page."""
    before, rest = page.read_text().split(begin)
    _, after = rest.split(end)
    page.write_text(before + begin + made + end + after)
