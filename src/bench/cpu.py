"""CPU time of processes, in seconds, from /proc."""

import os
import pathlib

TICK = os.sysconf("SC_CLK_TCK")


def _fields(pid):
    text = pathlib.Path(f"/proc/{pid}/stat").read_text()
    return text[text.rindex(")") + 2:].split()


def of(pid):
    """User and system time of one process with all its threads."""
    fields = _fields(pid)
    return (int(fields[11]) + int(fields[12])) / TICK


def of_compiler(pid):
    """What the compiler threads of a Java process have used, of those that still run: it tells how warm the process is."""
    total = 0
    for thread in pathlib.Path(f"/proc/{pid}/task").iterdir():
        try:
            text = (thread / "stat").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if "(C1 Compiler" in text or "(C2 Compiler" in text:
            fields = text[text.rindex(")") + 2:].split()
            total += int(fields[11]) + int(fields[12])
    return total / TICK


def of_family(pid):
    """A process, its children that run, and those that have ended (PostgreSQL ends and starts processes as it likes)."""
    fields = _fields(pid)
    total = sum(int(field) for field in fields[11:15])
    for child in _children(pid):
        try:
            fields = _fields(child)
            total += int(fields[11]) + int(fields[12])
        except (FileNotFoundError, ProcessLookupError):
            pass
    return total / TICK


def _children(pid):
    children = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if int(_fields(entry.name)[1]) == pid:
                    children.append(int(entry.name))
            except (FileNotFoundError, ProcessLookupError, ValueError):
                pass
    return children
