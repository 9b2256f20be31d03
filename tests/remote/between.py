"""A server between publisher and SPARQL server that passes requests on, and does what networks and proxies do."""

import base64
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx

Trouble = Callable[[int, str, str, bytes], str]
"""What happens to a request (its number from 1, method, path, body): "" passes it on; "503" answers that; "lost" passes
it on and loses the answer; "dropped" loses the request."""


@contextmanager
def between(target: str, trouble: Trouble, password: str | None = None) -> Iterator[str]:
    """The root URL of a server that passes on to `target`; with `password` only what is authorised by Basic."""
    count = 0
    wanted = "Basic " + base64.b64encode(f"me:{password}".encode()).decode()

    class Handler(BaseHTTPRequestHandler):
        def handle_one(self) -> None:
            nonlocal count
            body = self.rfile.read(int(self.headers.get("content-length", "0")))
            if password is not None and self.headers.get("authorization") != wanted:
                self.answer(401, b"who are you?", {"WWW-Authenticate": 'Basic realm="x"'})
                return
            count += 1
            happens = trouble(count, self.command, self.path, body)
            if happens == "dropped":
                self.close_connection = True
                return
            if happens.isdigit():
                self.answer(int(happens), b"not now", {})
                return
            kept = {name: self.headers[name] for name in ("accept", "content-type") if name in self.headers}
            passed = httpx.request(self.command, target.rstrip("/") + self.path, content=body, headers=kept, timeout=60)
            if happens == "lost":
                self.close_connection = True
                return
            types = {"Content-Type": passed.headers["content-type"]} if "content-type" in passed.headers else {}
            self.answer(passed.status_code, passed.content, types)

        do_GET = do_POST = do_PUT = do_DELETE = handle_one

        def answer(self, status: int, content: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
