"""What was measured, as one table in Markdown and as JSON."""

import dataclasses
import datetime
import json
import os
import pathlib
import platform
import subprocess


def machine():
    """The processor, how many there are, memory, kernel, Java."""
    model = "an unknown processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    java = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    return f"{model}, {os.cpu_count()} processors, {memory:.0f} GiB, Linux {platform.release()}, {java}"


def commit(folder):
    found = subprocess.run(["git", "-C", str(folder), "describe", "--always", "--dirty"], capture_output=True, text=True)
    return found.stdout.strip() or "unknown"


def ratio(ours, theirs):
    return f"{ours / theirs:.2f} ×" if ours is not None and theirs else ""


def plain(value):
    """Four figures at most; nothing where nothing was measured."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


@dataclasses.dataclass
class Row:
    what: str
    connections: int
    ours: object
    peer: object

    def cells(self):
        ours, peer = self.ours, self.peer
        each = ours.questions_per_second()
        return [self.what, str(self.connections),
                plain(each), plain(peer and peer.per_second), ratio(each, peer and peer.per_second),
                plain(ours.server_cpu), plain(peer and peer.server_cpu), ratio(ours.server_cpu, peer and peer.server_cpu),
                plain(ours.compiler_cpu), plain(ours.database_cpu),
                f"{ours.p50 / 1000:.2f} / {ours.p99 / 1000:.2f}",
                f"{peer.p50 / 1000:.2f} / {peer.p99 / 1000:.2f}" if peer else ""]

    def json(self):
        return {"what": self.what, "connections": self.connections, "ours": dataclasses.asdict(self.ours),
                "cerbos": self.peer and dataclasses.asdict(self.peer)}


@dataclasses.dataclass
class Figure:
    """A figure of another kind: what, its unit, ours, a peer's."""

    what: str
    unit: str
    ours: float
    peer: object = None
    peer_name: str = ""

    def cells(self):
        return [self.what, self.unit, plain(self.ours), plain(self.peer), self.peer_name, ratio(self.ours, self.peer)]

    def json(self):
        return dataclasses.asdict(self)


class Table:
    HTTP = ["over HTTP", "connections", "answers/s", "Cerbos", "ratio", "server CPU µs each", "Cerbos", "ratio",
            "compiling, of ours", "database CPU µs each", "p50 / p99 ms", "Cerbos"]
    OTHERS = ["what", "unit", "ours", "beside", "which", "ratio"]

    def __init__(self, title):
        self.title = title
        self.rows = []
        self.figures = []

    def add(self, what, connections, ours, peer):
        self.rows.append(Row(what, connections, ours, peer))

    def figure(self, *args, **named):
        self.figures.append(Figure(*args, **named))

    def markdown(self):
        parts = [self.title, ""]
        for head, lines in ((self.HTTP, self.rows), (self.OTHERS, self.figures)):
            if lines:
                parts += aligned([head, *(line.cells() for line in lines)]) + [""]
        return "\n".join(parts)

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "figures.md").write_text(self.markdown() + "\n")
        (folder / "figures.json").write_text(json.dumps({
            "title": self.title, "http": [row.json() for row in self.rows],
            "others": [figure.json() for figure in self.figures]}, indent=2, ensure_ascii=False) + "\n")


def title(app):
    now = datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z")
    busy = os.getloadavg()[0]
    return f"{now}, commit {commit(app)}, {app}\n{machine()}; load average when it began {busy:.2f}"


def aligned(lines):
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    rows = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines]
    return [rows[0], "| " + " | ".join("-" * width for width in widths) + " |", *rows[1:]]
