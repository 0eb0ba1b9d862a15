"""Answers over HTTP, with Cerbos beside it: the website policy with all law, and the task."""

import http.client
import itertools
import queue
import threading

import load
import questions
from servers import BASIC, Cerbos

LOADERS = 16

# Batches under way: enough for the processors, and not so many that the service turns their questions away.
BATCHES = 4


def measure(bench):
    """All rows of this part, with Cerbos' task of 40 clauses as what they are compared with."""
    with Cerbos(bench.cerbos, bench.folder / "cerbos", bench.files / "task-40" / "cerbos") as cerbos:
        peers = peer_loads(bench, cerbos)
        with bench.proviso("durable") as service:
            website(bench, service, peers)
        with bench.proviso("prompt", mode="prompt") as service:
            one_mode(bench, service, peers, "website, mixed, prompt")
        with bench.proviso("task", policies=bench.files / "task-40" / "proviso") as service:
            task(bench, service, peers)
    against(bench, "durable against prompt", "answers/s", "website, mixed", "website, mixed, prompt",
            lambda loaded: loaded.per_second)
    against(bench, "a question in a batch of 100 against one alone", "CPU µs each", "batch of 100, mixed, each question",
            "website, mixed", lambda loaded: loaded.server_cpu)


def against(bench, what, unit, one, other, figure):
    """Two rows of the table at the most connections that each was measured with."""
    last = {row.what: row for row in bench.table.rows}
    bench.table.figure(f"{what}, {last[one].connections} and {last[other].connections} connections", unit,
                       figure(last[one].ours), figure(last[other].ours), other)


def peer_loads(bench, cerbos):
    """Cerbos' figures by the number of connections."""
    requests = questions.cerbos(bench.files / "task-40" / "cerbos.tsv", bench.folder / "cerbos-40.tsv")
    bench.say("Cerbos: warming up")
    load.run(cerbos, requests, 64, max(5, bench.warm // 4))
    return {number: bench.loaded(cerbos, requests, "Cerbos", number) for number in bench.connections}


def website(bench, service, peers):
    mixed = questions.read(bench.files / "website-mixed.tsv")
    permits = questions.read(bench.files / "website-permit.tsv")
    where = bench.folder / "requests"
    kinds = [
        ("website, mixed", questions.alone(mixed, where / "mixed.tsv")),
        ("website, PERMIT only", questions.alone(permits, where / "permit.tsv")),
        ("batch of 100, mixed, each question", questions.batches(mixed, where / "batch.tsv")),
        ("batch of 100, PERMIT only, each question", questions.batches(permits, where / "batch-permit.tsv")),
        ("AuthZEN, mixed", questions.authzen(mixed, where / "authzen.tsv")),
        ("a question refused (400)", questions.refused(mixed, where / "refused.tsv")),
        ("a static document", questions.static(where / "static.tsv")),
    ]
    bench.say(f"Proviso: ready after {service.ready_after:.1f} s; warming up")
    load.run(service, kinds[0][1], 64, bench.warm)
    rows(bench, service, peers, kinds)
    users = by_ledger(bench, service, mixed)
    rows(bench, service, peers, [(f"website, mixed, facts of {users:,} users in the ledger",
                                  questions.by_ledger(mixed, where / "ledger.tsv"))])


def one_mode(bench, service, peers, what):
    mixed = questions.read(bench.files / "website-mixed.tsv")
    requests = questions.alone(mixed, bench.folder / "requests" / "mode.tsv")
    bench.say(f"{what}: warming up")
    load.run(service, requests, 64, bench.warm)
    rows(bench, service, peers, [(what, requests)])


def task(bench, service, peers):
    known = questions.read(bench.files / "task-40" / "questions.tsv")
    requests = questions.alone(known, bench.folder / "requests" / "task-40.tsv")
    bench.say("the task of 40 clauses: warming up")
    load.run(service, requests, 64, bench.warm)
    rows(bench, service, peers, [("the task of 40 clauses", requests)])


def rows(bench, service, peers, kinds):
    for what, requests in kinds:
        load.run(service, requests, BATCHES if requests.each > 1 else 16, max(2, bench.warm // 10))
        for number, peer in at_most(peers, BATCHES if requests.each > 1 else max(bench.connections)).items():
            bench.table.add(what, number, bench.loaded(service, requests, what, number), peer)


def at_most(peers, most):
    """By the number of connections that we are asked over, Cerbos' figures; where it is fewer, those at Cerbos' most."""
    return {min(number, most): peers[number] for number in sorted(peers)}


def by_ledger(bench, service, known):
    """Records the users of the questions, and others up to the number that is wanted. Says how many there are."""
    users = {question["user"]["id"] for _, _, question in known}
    total = max(bench.users, len(users))
    bench.say(f"recording {total:,} users")
    record(service, itertools.chain(by_user(questions.ledger_events(known)), others(len(users), total)))
    return total


def others(first, end):
    """Users that nobody asks about."""
    for number in range(first, end):
        yield [("PUT", f"/v1/users/other-{number}", '{"country":"CN","birthDate":"1986-03-01"}')]


def by_user(events):
    """The events of each user one after the other: a consent is recorded before its withdrawal."""
    for _, group in itertools.groupby(events, key=lambda event: event[1].split("/")[3]):
        yield list(group)


def record(service, groups):
    """Calls the service over some connections. A call that is refused is an error."""
    waiting, failures = queue.Queue(maxsize=1000), []

    def work():
        connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=120)
        while (group := waiting.get()) is not None:
            for method, path, body in group:
                if failures:
                    continue
                try:
                    connection.request(method, path, body, {"Authorization": BASIC, "Content-Type": questions.JSON})
                    response = connection.getresponse()
                    text = response.read()
                    if response.status not in (200, 201):
                        failures.append(f"{method} {path} {body}: {response.status} {text[:300]}")
                except OSError as failed:
                    failures.append(f"{method} {path}: {failed}")
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(LOADERS)]
    for worker in workers:
        worker.start()
    for group in groups:
        waiting.put(group)
    for _ in workers:
        waiting.put(None)
    for worker in workers:
        worker.join()
    if failures:
        raise RuntimeError(failures[0])
