"""What the benchmark needs: the service, questions and documents, wrk, Cerbos. Everything is kept below target/bench."""

import hashlib
import shutil
import subprocess
import sys

CERBOS = "0.51.0"


def everything(bench):
    if not shutil.which("wrk"):
        sys.exit("wrk is missing: install the package wrk.")
    service(bench)
    files(bench)
    bench.cerbos = cerbos(bench)


def maven(bench, *arguments):
    bench.say("./mvnw " + " ".join(arguments))
    subprocess.run([str(bench.repository / "mvnw"), "-B", "-q", *arguments], cwd=bench.repository, check=True,
                   stdout=sys.stderr)


def service(bench):
    if (bench.app / "quarkus-run.jar").exists():
        return
    if bench.options.app:
        sys.exit(f"{bench.app} has no quarkus-run.jar.")
    maven(bench, "-DskipTests", "package")


def files(bench):
    """Questions and documents, written by Java: the answers are known there without the service."""
    made_of = fingerprint(bench.repository)
    complete = bench.files / "complete"
    if bench.options.fresh or not complete.exists() or complete.read_text() != made_of:
        shutil.rmtree(bench.files, ignore_errors=True)
        maven(bench, "-Pbench", "-Dfast", "test", "-Dtest=BenchmarkFilesTest", f"-Dbench.folder={bench.files}")
        complete.write_text(made_of)


def fingerprint(repository):
    """Of all that questions and their answers are made of."""
    digest = hashlib.sha256()
    for folder in ("policies", "src/test/java/dev/proviso/bench"):
        for file in sorted((repository / folder).rglob("*")):
            if file.is_file() and not file.name.endswith("Benchmark.java"):
                digest.update(str(file.relative_to(repository)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def cerbos(bench):
    """The server that the npm package brings along. It stays outside of what is committed."""
    folder = bench.folder / "npm"
    found = next(folder.glob("node_modules/@cerbos/*/cerbos-*"), None)
    if not found:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), f"cerbos@{CERBOS}"],
                       check=True, stdout=sys.stderr)
        return cerbos(bench)
    return found
