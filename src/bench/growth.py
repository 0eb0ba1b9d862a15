"""What an answer costs as things grow: clauses, versions in the store, records, users, connections."""

import re

import load
import over_http
import plot
import questions
from servers import Cerbos

CLAUSES = (40, 400, 4_000)
VERSIONS = (1, 10, 100)
RECORDS = (0, 10_000, 100_000, 1_000_000)
USERS = (2_000, 10_000, 100_000)
CONNECTIONS = (1, 4, 16, 64, 256)


def measure(bench):
    panels = [by_clauses(bench), by_versions(bench), *by_records_and_connections(bench), by_users(bench)]
    plot.write(bench.folder / "growth.svg", panels, bench.table.title)
    bench.say(f"drawn: {bench.folder / 'growth.svg'}")


def known(bench, clauses=40):
    return questions.read(bench.files / f"task-{clauses}" / "questions.tsv")


def service(bench, folder, policies):
    return bench.proviso(f"growth/{folder}", policies=policies)


def by_clauses(bench):
    ours, theirs = [], []
    for clauses in CLAUSES:
        files = bench.files / f"task-{clauses}"
        peer = questions.cerbos(files / "cerbos.tsv", bench.folder / "requests" / "growth-cerbos.tsv")
        with Cerbos(bench.cerbos, bench.folder / "cerbos", files / "cerbos") as cerbos:
            load.run(cerbos, peer, 64, max(3, bench.warm // 6))
            other = bench.loaded(cerbos, peer, f"Cerbos, {clauses:,} clauses", 64)
        requests = questions.alone(known(bench, clauses), bench.folder / "requests" / "growth.tsv")
        with service(bench, "clauses", files / "proviso") as proviso:
            what = f"the task of {clauses:,} clauses"
            load.run(proviso, requests, 64, bench.warm)
            loaded = bench.loaded(proviso, requests, what, 64)
        bench.table.add("growth: " + what, 64, loaded, other)
        ours.append((clauses, loaded))
        theirs.append((clauses, other))
    compared(bench, "clauses", ours)
    return plot.Panel("clauses", [("Proviso", ours), ("Cerbos", theirs)])


def by_versions(bench):
    """Questions that name no version: the one in force is found among all of them."""
    asked = [(key, expected, {name: value for name, value in question.items() if name != "version"})
             for key, expected, question in known(bench)]
    requests = questions.alone(asked, bench.folder / "requests" / "growth.tsv")
    points = []
    for number in upto(VERSIONS, bench.options.versions):
        folder = many_versions(bench, number)
        with service(bench, "versions", folder) as proviso:
            bench.say(f"{number:,} versions: ready after {proviso.ready_after:.1f} s")
            load.run(proviso, requests, 64, bench.warm)
            points.append((number, bench.loaded(proviso, requests, f"{number:,} versions in the store", 64)))
    return panel(bench, "versions in the store", points)


def many_versions(bench, number):
    """The task of 40 clauses so often, each version an hour after the one before."""
    original = bench.files / "task-40" / "proviso"
    folder = bench.folder / "growth" / f"versions-{number}"
    (folder / "task").mkdir(parents=True, exist_ok=True)
    words = original / "task.vocabulary.yaml"
    (folder / words.name).write_text(words.read_text())
    text = (original / "task" / "1.md").read_text()
    for label in range(1, number + 1):
        day, hour = divmod(label - 1, 24)
        start = f"2020-{1 + day // 28:02d}-{1 + day % 28:02d}T{hour:02d}:00:00Z"
        version = re.sub(r"(?m)^effective: .*$", f"effective: {start}", text)
        version = version.replace('version: "1"', f'version: "{label}"', 1)
        (folder / "task" / f"{label}.md").write_text(version)
    return folder


def by_records_and_connections(bench):
    asked = known(bench)
    where = bench.folder / "requests"
    requests = questions.alone(asked, where / "growth.tsv")
    batches = questions.batches(asked, where / "growth-batches.tsv")
    with service(bench, "records", bench.files / "task-40" / "proviso") as proviso:
        recorded = load.run(proviso, requests, 64, bench.warm).requests
        connections = []
        for number in CONNECTIONS:
            loaded = bench.loaded(proviso, requests, f"{number} connections", number)
            recorded += loaded.requests
            connections.append((number, loaded))
        records = []
        for number in upto(RECORDS, bench.options.records):
            while recorded < number:
                recorded += 100 * load.run(proviso, batches, over_http.BATCHES, 10).requests
            loaded = bench.loaded(proviso, requests, f"{recorded:,} records", 64)
            records.append((recorded, loaded))
            recorded += loaded.requests
    return panel(bench, "records", records), panel(bench, "connections", connections)


def by_users(bench):
    asked = known(bench)
    requests = questions.by_ledger(asked, bench.folder / "requests" / "growth.tsv")
    points, before = [], 0
    with service(bench, "users", bench.files / "task-40" / "proviso") as proviso:
        for number in upto(USERS, bench.users):
            if not before:
                over_http.record(proviso, over_http.by_user(questions.ledger_events(asked)))
                before = len(asked)
                load.run(proviso, requests, 64, bench.warm)
            over_http.record(proviso, over_http.others(before, number))
            before = max(before, number)
            points.append((number, bench.loaded(proviso, requests, f"{number:,} users in the ledger", 64)))
    return panel(bench, "users in the ledger", points)


def upto(steps, most):
    """The steps below a number, and that number."""
    return [step for step in steps if step < most] + [most]


def panel(bench, what, points):
    for number, loaded in points:
        bench.table.add(f"growth: {number:,} {what}", 64 if what != "connections" else number, loaded, None)
    if what != "connections":
        compared(bench, what, points)
    return plot.Panel(what, [("Proviso", points)])


def compared(bench, what, points):
    (least, first), (most, last) = points[0], points[-1]
    bench.table.figure(f"growth: {most:,} {what} against {least:,}", "CPU µs each", last.server_cpu, first.server_cpu,
                       f"{least:,}")
