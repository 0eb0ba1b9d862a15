"""The services that are measured: Proviso, each with a home of its own, and Cerbos. They are stopped by their process."""

import base64
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

import cpu

PASSWORD = "benchmark"
BASIC = "Basic " + base64.b64encode(f"service:{PASSWORD}".encode()).decode()
READY_AT_MOST = 180


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Server:
    """A process that listens on a port of this machine."""

    def __init__(self, command, environment, log, ready_path):
        self.port = int(environment.pop("PORT"))
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = log
        log.parent.mkdir(parents=True, exist_ok=True)
        self.started = time.monotonic()
        with log.open("w") as out:
            self.process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=out, stderr=out,
                                            start_new_session=True)
        self._await(ready_path)
        self.ready_after = time.monotonic() - self.started

    def _await(self, path):
        while time.monotonic() - self.started < READY_AT_MOST:
            if self.process.poll() is not None:
                raise RuntimeError(f"It has ended: {self.log.read_text()[-2000:]}")
            try:
                with urllib.request.urlopen(self.url + path, timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.02)
        self.stop()
        raise RuntimeError(f"It was not ready after {READY_AT_MOST} s: {self.log.read_text()[-2000:]}")

    def cpu(self):
        """CPU seconds of the server, of its compiler threads among that, and of its database."""
        return cpu.of(self.process.pid), cpu.of_compiler(self.process.pid), 0.0

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Proviso(Server):
    """The service with the embedded database. The home is kept if it is named, else emptied first."""

    def __init__(self, app, folder, policies=None, mode="durable", keep_home=False, java_options=(), settings=None):
        home = folder / "home"
        if home.exists() and not keep_home:
            shutil.rmtree(home)
        home.mkdir(parents=True, exist_ok=True)
        home.chmod(0o700)
        self.home = home
        environment = {
            "PORT": str(free_port()), "PROVISO_HOME": str(home), "PROVISO_DEMO_PASSWORD": PASSWORD,
            "PROVISO_RECORDS_MODE": mode,
            # One account asks everything, so what bounds a caller would be what is measured.
            "PROVISO_LIMITS_REQUESTS_PER_SECOND": "100000000", "PROVISO_LIMITS_CONCURRENT_REQUESTS": "1000",
            **(settings or {})}
        environment["QUARKUS_HTTP_PORT"] = environment["PORT"]
        if policies:
            environment["PROVISO_POLICIES"] = str(policies)
        jar = pathlib.Path(app) / "quarkus-run.jar"
        super().__init__(["java", *java_options, "-jar", str(jar)], environment, folder / "service.log",
                         "/q/health/ready")

    def cpu(self):
        try:
            postmaster = int((self.home / "data" / "postmaster.pid").read_text().split()[0])
            database = cpu.of_family(postmaster)
        except (FileNotFoundError, ProcessLookupError, IndexError):
            database = 0.0
        return cpu.of(self.process.pid), cpu.of_compiler(self.process.pid), database

    def call(self, method, path, body=None):
        """One call as the service account: status and body."""
        request = urllib.request.Request(self.url + path, method=method, data=body and body.encode(), headers={
            "Authorization": BASIC, "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()


class Cerbos(Server):
    """Cerbos with the audit log of decisions and accesses in a file, as far as one file can be compared with records."""

    def __init__(self, binary, folder, policies, audit=True):
        folder.mkdir(parents=True, exist_ok=True)
        port, other = free_port(), free_port()
        log = folder / "audit.log"
        log.unlink(missing_ok=True)
        config = {
            "server": {"httpListenAddr": f"127.0.0.1:{port}", "grpcListenAddr": f"127.0.0.1:{other}",
                       "requestLimits": {"maxResourcesPerRequest": 500}},
            "storage": {"driver": "disk", "disk": {"directory": str(policies), "watchForChanges": False}},
            "telemetry": {"disabled": True},
            "audit": {"enabled": audit, "backend": "file", "decisionLogsEnabled": True, "accessLogsEnabled": True,
                      "file": {"path": str(log)}}}
        file = folder / "cerbos.json"
        file.write_text(json.dumps(config))
        super().__init__([str(binary), "server", "--config", str(file)],
                         {"PORT": str(port), "CERBOS_NO_TELEMETRY": "1"}, folder / "service.log", "/_cerbos/health")
