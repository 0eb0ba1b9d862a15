"""Small charts as one SVG: the CPU of an answer over what grows, both axes logarithmic."""

import dataclasses
import html
import math

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 360, 240, 62, 46, 34, 16
COLUMNS = 2
COLOURS = ("#1b5e8c", "#b5532a")
LETTER = 6  # about the width of one


@dataclasses.dataclass
class Panel:
    """series: (name, [(x, load.Load)])."""

    what: str
    series: list


@dataclasses.dataclass
class Line:
    name: str
    colour: str
    dashed: bool
    points: list


def write(file, panels, title):
    width, height = COLUMNS * WIDTH, math.ceil(len(panels) / COLUMNS) * HEIGHT + 44
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
             f'font-size="11">', f'<rect width="{width}" height="{height}" fill="white"/>']
    for number, panel in enumerate(panels):
        x, y = number % COLUMNS * WIDTH, number // COLUMNS * HEIGHT
        parts.append(f'<g transform="translate({x},{y})">{_panel(panel)}</g>')
    for line, text in enumerate(title.splitlines()):
        parts.append(f'<text x="8" y="{height - 26 + 15 * line}" fill="#555" font-size="10">{html.escape(text)}</text>')
    file.write_text("\n".join([*parts, "</svg>"]) + "\n")


def _lines(panel):
    """Each server with its database; dashed, one that has a database without it."""
    lines = []
    for (name, points), colour in zip(panel.series, COLOURS):
        lines.append(Line(name, colour, False, _points(points, lambda loaded: loaded.server_cpu + loaded.database_cpu)))
        if any(loaded.database_cpu for _, loaded in points):
            lines.append(Line("without its database", colour, True, _points(points, lambda loaded: loaded.server_cpu)))
    return lines


def _points(points, figure):
    return [(max(1, x), max(0.1, figure(loaded))) for x, loaded in points]


def _panel(panel):
    lines = _lines(panel)
    xs = sorted({x for line in lines for x, _ in line.points})
    powers = _powers([y for line in lines for _, y in line.points])
    across = _scale(xs[0], xs[-1], LEFT, WIDTH - RIGHT)
    up = _scale(powers[0], powers[-1], HEIGHT - BOTTOM, TOP)
    parts = [f'<text x="{LEFT}" y="16" font-weight="bold">CPU µs an answer, by {html.escape(panel.what)}</text>']
    for value in powers:
        parts.append(f'<line x1="{LEFT}" y1="{up(value):.1f}" x2="{WIDTH - RIGHT}" y2="{up(value):.1f}" stroke="#ddd"/>'
                     f'<text x="{LEFT - 6}" y="{up(value) + 4:.1f}" text-anchor="end">{value:,.0f}</text>')
    for value in xs:
        parts.append(f'<text x="{across(value):.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">'
                     f'{_short(value)}</text>')
    legend = LEFT
    for line in lines:
        path = " ".join(f"{across(x):.1f},{up(y):.1f}" for x, y in line.points)
        dash = ' stroke-dasharray="4 3"' if line.dashed else ""
        parts.append(f'<polyline points="{path}" fill="none" stroke="{line.colour}" stroke-width="2"{dash}/>')
        parts += [f'<circle cx="{across(x):.1f}" cy="{up(y):.1f}" r="3" fill="{line.colour}"/>' for x, y in line.points]
        mark = "- - " if line.dashed else "— "
        parts.append(f'<text x="{legend}" y="{HEIGHT - 12}" fill="{line.colour}">{mark}{html.escape(line.name)}</text>')
        legend += LETTER * (len(line.name) + 5)
    return "".join(parts)


def _scale(least, most, start, end):
    """A figure to a place; a single figure stands at the start."""
    low, high = math.log10(least), math.log10(most)
    return lambda value: start + (math.log10(value) - low) / ((high - low) or 1) * (end - start)


def _powers(values):
    """Powers of ten below, among and above the values: two at least."""
    low = math.floor(math.log10(min(values)))
    high = max(low + 1, math.ceil(math.log10(max(values))))
    return [10 ** power for power in range(low, high + 1)]


def _short(value):
    for size, unit in ((1_000_000, "M"), (1_000, "k")):
        if value >= size:
            return f"{value / size:.3g}{unit}"
    return f"{value:.3g}"
