"""From the start of the process to full speed: ready, the first five seconds, warm."""

import load
import questions

FIRST = 5


def measure(bench):
    known = questions.read(bench.files / "website-mixed.tsv")
    requests = questions.alone(known, bench.folder / "requests" / "start.tsv")
    with bench.proviso("start") as service:
        bench.table.figure("ready after, a fresh home, embedded database", "s", service.ready_after)
    with bench.proviso("start", keep_home=True) as service:
        bench.say(f"ready after {service.ready_after:.1f} s on a used home")
        bench.table.figure("ready after, a used home, embedded database", "s", service.ready_after)
        first = load.once(service, requests, 64, FIRST)
        load.run(service, requests, 64, bench.warm)
        warm = bench.loaded(service, requests, "warm", 64)
        with_external(bench, service)
    what = f"first {FIRST} s after ready, 64 connections"
    bench.table.figure(what, "answers/s", first.per_second if first else 0, warm.per_second, "warm")
    if first:
        bench.table.figure(what, "CPU µs each", first.server_cpu, warm.server_cpu, "warm")
        bench.table.figure(what, "p99 ms", first.p99 / 1000, warm.p99 / 1000, "warm")


def with_external(bench, service):
    """A second replica beside the database of the first, which is there already."""
    lines = (service.home / "data" / "postmaster.pid").read_text().splitlines()
    password = (service.home / "postgresql.password").read_text().strip()
    settings = {
        "QUARKUS_DATASOURCE_JDBC_URL": f"jdbc:postgresql://localhost:{lines[3].strip()}/postgres",
        "QUARKUS_DATASOURCE_USERNAME": "proviso_service", "QUARKUS_DATASOURCE_PASSWORD": password,
        "QUARKUS_FLYWAY_USERNAME": "postgres", "QUARKUS_FLYWAY_PASSWORD": password,
        "PROVISO_KEYS_FOLDER": str(service.home / "keys")}
    with bench.proviso("replica", settings=settings) as replica:
        bench.table.figure("ready after, a database that runs already", "s", replica.ready_after)
