"""Small charts as one SVG: what an answer costs (server and database) over what grows, both axes logarithmic."""

import dataclasses
import html
import math

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 360, 240, 62, 46, 34, 16
COLOURS = ("#1b5e8c", "#b5532a")


@dataclasses.dataclass
class Panel:
    """series: (name, [(x, load.Load)])."""

    what: str
    series: list


def write(file, panels, title):
    columns = 2
    rows = math.ceil(len(panels) / columns)
    width, height = columns * WIDTH, rows * HEIGHT + 44
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
             f'font-size="11">', f'<rect width="{width}" height="{height}" fill="white"/>']
    for number, panel in enumerate(panels):
        x, y = number % columns * WIDTH, number // columns * HEIGHT
        parts.append(f'<g transform="translate({x},{y})">{_panel(panel)}</g>')
    for line, text in enumerate(title.splitlines()):
        parts.append(f'<text x="8" y="{height - 26 + 15 * line}" fill="#555" font-size="10">{html.escape(text)}</text>')
    file.write_text("\n".join([*parts, "</svg>"]) + "\n")


def _panel(panel):
    lines = []
    for name, points in panel.series:
        lines.append((name, [(x, loaded.server_cpu + loaded.database_cpu) for x, loaded in points], False))
        lines.append((name + ", without its database" if any(p.database_cpu for _, p in points) else name,
                      [(x, loaded.server_cpu) for x, loaded in points], True))
    lines = [line for number, line in enumerate(lines) if line[1] not in [other[1] for other in lines[:number]]]
    xs = [max(1, x) for _, points, _ in lines for x, _ in points]
    ys = [max(1e-3, y) for _, points, _ in lines for _, y in points]
    across = _scale(min(xs), max(xs), LEFT, WIDTH - RIGHT)
    up = _scale(10 ** math.floor(math.log10(min(ys))), 10 ** math.ceil(math.log10(max(ys) * 1.01)), HEIGHT - BOTTOM, TOP)
    parts = [f'<text x="{LEFT}" y="16" font-weight="bold">CPU µs an answer over {html.escape(panel.what)}</text>']
    for value in _powers(min(ys), max(ys)):
        y = up(value)
        parts.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="#ddd"/>'
                     f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:,.0f}</text>')
    for value in sorted(set(xs)):
        parts.append(f'<text x="{across(value):.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">'
                     f'{_short(value)}</text>')
    for number, (name, points, thin) in enumerate(lines):
        colour = COLOURS[[line[0].split(",")[0] for line in lines].index(name.split(",")[0]) > 0]
        path = " ".join(f"{across(max(1, x)):.1f},{up(max(1e-3, y)):.1f}" for x, y in points)
        dash = ' stroke-dasharray="4 3"' if thin and "," in name else ""
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        parts += [f'<circle cx="{across(max(1, x)):.1f}" cy="{up(max(1e-3, y)):.1f}" r="3" fill="{colour}"/>'
                  for x, y in points]
        parts.append(_legend(name, number, colour))
    return "".join(parts)


def _legend(name, number, colour):
    return f'<text x="{LEFT + 76 * number}" y="{HEIGHT - 12}" fill="{colour}">{html.escape(name)}</text>'


def _scale(least, most, start, end):
    low, high = math.log10(least), math.log10(most)
    return lambda value: start + (math.log10(value) - low) / ((high - low) or 1) * (end - start)


def _powers(least, most):
    return [10 ** power for power in range(math.floor(math.log10(least)), math.ceil(math.log10(most * 1.01)) + 1)]


def _short(value):
    for size, unit in ((1_000_000, "M"), (1_000, "k")):
        if value >= size:
            return f"{value / size:.3g}{unit}"
    return f"{value:.3g}"
