"""Real SPARQL servers on free ports: Oxigraph (from PyPI), Virtuoso and the engine of Apache Jena (from Debian)."""

import shutil
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest

PROJECT = Path(__file__).resolve().parents[2]
JARS = Path("/usr/share/java")
MESSAGES = "org/apache/jena/ext/"
USER, PASSWORD = "dba", "not_a_secret"
VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CaseMode = 2
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 100000
"""


def free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        held = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [one.getsockname()[1] for one in held]


@contextmanager
def running(command: list[str], url: str, folder: Path) -> Iterator[str]:
    """A server process while the block runs; it has 60 seconds to answer at `url`."""
    log = folder / "output.log"
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, cwd=folder) as process:
        try:
            for _ in range(600):
                if process.poll() is not None or _answers(url):
                    break
                time.sleep(0.1)
            assert process.poll() is None and _answers(url), log.read_text(errors="replace")
            yield url
        finally:
            process.kill()


def _answers(url: str) -> bool:
    try:
        return httpx.get(url).status_code < 500
    except httpx.TransportError:
        return False


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """The root URL of an empty Oxigraph server."""
    program = Path(sys.executable).parent / "oxigraph"
    if not program.exists():
        pytest.skip("the Oxigraph server is not installed (pip install oxigraph)")
    (port,) = free_ports(1)
    command = [str(program), "serve", "--location", str(folder / "db"), "--bind", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}/", folder) as url:
        yield url


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """The root URL of an empty Virtuoso whose user `dba` has PASSWORD; nobody else may write."""
    program, shell = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if program is None or shell is None:
        pytest.skip("Virtuoso is not installed (Debian package virtuoso-opensource-7-bin)")
    sql, http = free_ports(2)
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(folder=folder, sql=sql, http=http))
    command = [program, "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    with running(command, f"http://127.0.0.1:{http}/", folder) as url:
        setting = f"SET PASSWORD dba {PASSWORD};"
        command = [shell, f"127.0.0.1:{sql}", "dba", "dba"]
        done = subprocess.run(command, input=setting, capture_output=True, text=True, check=True)
        assert "Done." in done.stdout, done.stdout + done.stderr
        yield url


@contextmanager
def jena(folder: Path) -> Iterator[str]:
    """The URL of an empty dataset of Apache Jena, with the addresses below it that Fuseki has."""
    java, core = shutil.which("java"), JARS / "jena-core.jar"
    if java is None or shutil.which("javac") is None or not core.exists():
        pytest.skip("Apache Jena or a JDK is not installed (Debian packages libapache-jena-java, default-jdk-headless)")
    _unpack_messages(core, folder)
    (port,) = free_ports(1)
    program = str(Path(__file__).parent / "jena" / "Jena.java")
    with running(
        [java, "-cp", f"{folder}:{JARS}/*", program, str(port)], f"http://127.0.0.1:{port}/news", folder
    ) as url:
        yield url


def _unpack_messages(core: Path, folder: Path) -> None:
    """Puts the texts of Jena's copy of Xerces where Debian's build of that looks for them."""
    with zipfile.ZipFile(core) as jar:
        for name in jar.namelist():
            if name.startswith(MESSAGES) and name.endswith(".properties"):
                target = folder / name.removeprefix(MESSAGES)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
