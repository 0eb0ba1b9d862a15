"""Where the service spends its time when it is warm: a flame graph of what Java Flight Recorder sees, as SVG."""

import collections
import html
import pathlib
import re
import shutil
import subprocess

import load
import questions

WIDTH, ROW, LEFT_OUT = 1200, 16, 0.5  # frames narrower than this many pixels are left out
DEPTH = 400
FRAME = re.compile(r"^\s+([\w.$<>/]+)\(.*\)?\s*line:", re.MULTILINE)


def measure(bench):
    known = questions.read(bench.files / "website-mixed.tsv")
    requests = questions.alone(known, bench.folder / "requests" / "flame.tsv")
    with bench.proviso("flame", java=[f"-XX:FlightRecorderOptions=stackdepth={DEPTH}"]) as service:
        load.run(service, requests, 64, bench.warm)
        recording = bench.folder / "flame.jfr"
        recording.unlink(missing_ok=True)
        tell(service, "JFR.start", "name=bench", "settings=profile", f"filename={recording}")
        bench.table.add("website, mixed, while it is recorded where time goes", 64,
                        bench.loaded(service, requests, "recording", 64), None)
        tell(service, "JFR.stop", "name=bench")
    stacks = samples(recording)
    (bench.folder / "flame.svg").write_text(svg(stacks, bench.table.title) + "\n")
    bench.say(f"drawn of {sum(stacks.values()):,} samples: {bench.folder / 'flame.svg'}")


def tool(name):
    """A program of the JDK, which may not be on the path."""
    found = shutil.which(name)
    return found or str(pathlib.Path(shutil.which("java")).resolve().parent / name)


def tell(service, *command):
    subprocess.run([tool("jcmd"), str(service.process.pid), *command], check=True, capture_output=True)


def samples(recording):
    """How often each stack was seen, from the bottom up."""
    text = subprocess.run([tool("jfr"), "print", "--events", "jdk.ExecutionSample", "--stack-depth", str(DEPTH),
                           str(recording)], check=True, capture_output=True, text=True).stdout
    stacks = collections.Counter()
    for event in text.split("jdk.ExecutionSample {")[1:]:
        frames = tuple(reversed(FRAME.findall(event)))
        if frames:
            stacks[frames] += 1
    return stacks


def tree(stacks):
    root = {"count": 0, "below": {}}
    for frames, count in stacks.items():
        root["count"] += count
        node = root
        for frame in frames:
            node = node["below"].setdefault(frame, {"count": 0, "below": {}})
            node["count"] += count
    return root


def svg(stacks, title):
    root = tree(stacks)
    total = max(1, root["count"])
    boxes = []

    def draw(node, x, level):
        for name, below in sorted(node["below"].items()):
            width = below["count"] / total * WIDTH
            if width >= LEFT_OUT:
                boxes.append((name, x, width, level, below["count"]))
                draw(below, x, level + 1)
            x += width

    draw(root, 0.0, 0)
    levels = 1 + max((level for _, _, _, level, _ in boxes), default=0)
    height = levels * ROW + 40
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="monospace" '
             f'font-size="11">', f'<rect width="{WIDTH}" height="{height}" fill="white"/>']
    parts += [box(each, height - 36, total) for each in boxes]
    for line, text in enumerate(title.splitlines()):
        parts.append(f'<text x="4" y="{height - 20 + 14 * line}" font-size="10" fill="#555">{html.escape(text)}</text>')
    return "\n".join([*parts, "</svg>"])


def box(each, bottom, total):
    """A frame; what it is in full and its share show when one points at it."""
    name, x, width, level, count = each
    y = bottom - (level + 1) * ROW
    short = ".".join(name.split(".")[-2:])[:int(width / 6.7)]
    label = f'<text x="{x + 2:.1f}" y="{y + 12}">{html.escape(short)}</text>' if width > 30 else ""
    return (f'<g><title>{html.escape(name)}: {count / total:.1%}</title><rect x="{x:.1f}" y="{y}" width="{width:.1f}" '
            f'height="{ROW - 1}" fill="{colour(name)}"/>{label}</g>')


def colour(name):
    """Ours, Drools with what it runs on, the framework, the JDK."""
    if name.startswith("dev.proviso"):
        return "#8fbf9f"
    if name.startswith(("org.drools", "org.kie", "org.mvel")):
        return "#e8a87c"
    return "#d9d9d9" if name.startswith(("java.", "jdk.", "sun.")) else "#a9c4e0"
