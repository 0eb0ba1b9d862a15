"""Load over HTTP with wrk: prepared requests in turn, each answer checked while it is measured."""

import dataclasses
import pathlib
import re
import resource
import subprocess

HERE = pathlib.Path(__file__).parent


@dataclasses.dataclass
class Requests:
    """Requests in a file for send.lua, and how to find in an answer which of them it is for and what was decided."""

    file: pathlib.Path
    key: str
    answer: str
    headers: str
    each: int = 1  # how many questions are in one request


@dataclasses.dataclass
class Load:
    """What one run of wrk saw. Times are in microseconds, CPU is for one question."""

    requests: int
    per_second: float
    p50: float
    p99: float
    mismatches: int
    server_cpu: float
    compiler_cpu: float  # of the server's
    database_cpu: float
    client_cpu: float
    each: int = 1

    def questions_per_second(self):
        return self.per_second * self.each


class Mismatch(Exception):
    """Answers that are not the known ones: figures of wrong answers say nothing."""


def write(file, lines, key, answer, headers="", each=1):
    """lines: (method, path, content type, key, expected, body)."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w") as out:
        for line in lines:
            out.write("\t".join(line) + "\n")
    return Requests(file, key, answer, headers, each)


def run(server, requests, connections, seconds):
    """Loads a server for so many seconds, or longer if nothing was answered by then; a wrong answer is an error."""
    for longer in (1, 4, 16):
        loaded = once(server, requests, connections, seconds * longer)
        if loaded:
            return loaded
    raise Mismatch(f"{requests.file.name}: nothing was answered in {seconds * longer} s.")


def once(server, requests, connections, seconds):
    """Loads a server for so many seconds: what was seen, or None if nothing was answered."""
    before = (*server.cpu(), _client_cpu())
    command = ["wrk", f"-t{1 if connections < 16 else 2}", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s",
               "-s", str(HERE / "send.lua"), server.url, "--",
               str(requests.file), requests.key, requests.answer, requests.headers]
    output = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 120)
    after = (*server.cpu(), _client_cpu())
    found = re.search(r"^RESULT\t(.*)$", output.stdout, re.MULTILINE)
    if not found:
        raise Mismatch(f"wrk said nothing: {output.stdout[-2000:]} {output.stderr[-2000:]}")
    fields = found.group(1).split("\t")
    count, duration, p50, p99, checked, mismatches, errors = (int(float(field)) for field in fields[:7])
    if mismatches or errors:
        raise Mismatch(f"{requests.file.name}: {mismatches} of {checked} answers are not the known ones, "
                       f"{errors} requests failed; for example: {fields[7]}")
    if not checked:
        return None
    questions = count * requests.each
    each = [max(0.0, end - start) / questions * 1e6 for start, end in zip(before, after)]
    return Load(count, count / (duration / 1e6), p50, p99, mismatches, *each, requests.each)


def _client_cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
