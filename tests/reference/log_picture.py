"""What pictures on logarithmic axes share: letters, grid, and where a value stands (SVG)."""
import math

STYLE = """text { font: 13px 'DejaVu Sans', Verdana, sans-serif; fill: #333333; }
.title { font-size: 17px; font-weight: bold; }
.grid { stroke: #767676; stroke-opacity: 0.3; }"""


def along(value, ends, start, stop):
    """The place of a value on a logarithmic axis."""
    low, high = map(math.log, ends)
    return start + (math.log(value) - low) / (high - low) * (stop - start)
