"""In process: JMH for the engine, with what it allocates; Cedar beside it on the same questions."""

import json
import subprocess

import prepare

BENCHMARKS = ".*(TaskBenchmark|WebsiteBenchmark).*"

NAMES = {
    "WebsiteBenchmark.seenBefore": "website, mixed, seen before",
    "WebsiteBenchmark.neverSeen": "website, mixed, never seen",
    "WebsiteBenchmark.seenBeforeAndUntilWhenItHolds": "website, mixed, with validity, seen before",
    "WebsiteBenchmark.neverSeenAndUntilWhenItHolds": "website, mixed, with validity, never seen",
    "WebsiteBenchmark.denyWithRemediesSeenBefore": "website, DENY with remedies, seen before",
    "WebsiteBenchmark.denyWithRemediesNeverSeen": "website, DENY with remedies, never seen",
    "TaskBenchmark.seenBefore": "the task, seen before",
    "TaskBenchmark.question": "the task, building the question alone",
    "TaskBenchmark.neverSeen": "the task, never seen",
}


def measure(bench):
    """In a process of its own; what another service is built of does not matter here, so --app says nothing of it."""
    cedar = {clauses: cedar_figure(bench, clauses) for clauses in (40, 400, 4_000)}
    result = bench.folder / "jmh.json"
    result.unlink(missing_ok=True)
    prepare.maven(bench, "-Pbench", "-Dfast", "test", "-Dtest=BenchmarksTest",
                  f"-Dbench.only={bench.options.jmh or BENCHMARKS}", f"-Dbench.result={result}")
    for found in json.loads(result.read_text()):
        method = ".".join(found["benchmark"].split(".")[-2:])
        clauses = found.get("params", {}).get("clauses")
        what = NAMES.get(method, method) + (f", {int(clauses):,} clauses" if clauses else "")
        metric = found["primaryMetric"]
        peer = cedar.get(int(clauses)) if clauses and not method.endswith(".question") else None
        error = f"µs ± {float(metric['scoreError']):.2g}" if metric["scoreError"] != "NaN" else "µs"
        bench.table.figure("in process: " + what, error, metric["score"], peer, "Cedar, µs of CPU" if peer else "")
        allocated = found["secondaryMetrics"].get("gc.alloc.rate.norm") or found["secondaryMetrics"].get(
            "·gc.alloc.rate.norm")
        if allocated:
            bench.table.figure("in process: " + what, "bytes allocated", allocated["score"])


def cedar_figure(bench, clauses):
    library = cedar(bench)
    bench.say(f"Cedar, {clauses:,} clauses")
    found = subprocess.run(
        ["java", "-cp", str(library / "*"), str(bench.repository / "src" / "bench" / "cedar" / "CedarTask.java"),
         str(bench.files / f"task-{clauses}"), str(bench.seconds)], capture_output=True, text=True, check=False)
    if found.returncode:
        raise RuntimeError(found.stderr[-3000:])
    return float(found.stdout.split()[-1])


def cedar(bench):
    """Cedar's jars, fetched once."""
    library = bench.folder / "cedar"
    if not library.exists():
        prepare.maven(bench, "-f", "src/bench/cedar/pom.xml", "dependency:copy-dependencies",
                      f"-DoutputDirectory={library}")
    return library
