# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server like GitHub Enterprise: device codes, tokens, an API that tells whose token it is, and Git's `http-backend`
behind HTTP Basic with login and token.
"""

import base64
import json
import os
import secrets
import subprocess
import urllib.parse

from background_server import BackgroundServer, QuietHandler

LOGIN = "ada-demo"


class Server(BackgroundServer):
    """Serves the repositories in a folder."""

    def __init__(self, folder):
        super().__init__(Handler)
        self.folder = folder
        self.access_tokens = set()
        self.refresh_tokens = set()
        self.refusals = 0  # Requests for a repository without or with wrong credentials.
        self.begin()

    def issue(self):
        access, refresh = "acc_" + secrets.token_hex(20), "ref_" + secrets.token_hex(20)
        self.access_tokens.add(access)
        self.refresh_tokens.add(refresh)
        return {"access_token": access, "refresh_token": refresh, "token_type": "bearer", "scope": "read:user",
                "expires_in": 28800}

    def accepts(self, authorization):
        scheme, _, rest = (authorization or "").partition(" ")
        if scheme.lower() == "bearer":
            return rest in self.access_tokens
        if scheme.lower() == "basic":
            login, _, password = base64.b64decode(rest).decode().partition(":")
            return login == LOGIN and password in self.access_tokens
        return False


class Hostile(BackgroundServer):
    """A server that demands credentials and keeps what it gets."""

    def __init__(self):
        super().__init__(HostileHandler)
        self.requests = 0
        self.authorizations = []
        self.begin()


class HostileHandler(QuietHandler):
    def do_GET(self):
        self.server.requests += 1
        if self.headers["Authorization"]:
            self.server.authorizations.append(self.headers["Authorization"])
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="git"')
        self.send_header("Content-Length", "0")
        self.end_headers()


class Handler(QuietHandler):
    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        if url.path == "/api/v3/user":
            if self.server.accepts(self.headers["Authorization"]):
                return self.answer({"id": 7, "login": LOGIN, "name": "Ada"})
            return self.answer({"message": "Bad credentials"}, 401)
        if url.path.startswith("/api/"):
            return self.answer({"message": "Not Found"}, 404)
        return self.serve_repository(url, b"")

    def do_POST(self):
        url = urllib.parse.urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        form = dict(urllib.parse.parse_qsl(body.decode("latin-1")))
        if url.path == "/login/device/code":
            return self.answer({"device_code": "device", "user_code": "WDJB-MJHT", "interval": 1, "expires_in": 900,
                                "verification_uri": f"http://{self.server.host}/login/device"})
        if url.path == "/login/oauth/access_token":
            return self.answer(self.tokens(form))
        if url.path.startswith("/api/"):
            return self.answer({"message": "Not Found"}, 404)
        return self.serve_repository(url, body)

    def tokens(self, form):
        if form.get("device_code") == "device":
            return self.server.issue()
        if form.get("refresh_token") in self.server.refresh_tokens:
            self.server.refresh_tokens.remove(form["refresh_token"])
            return self.server.issue()
        return {"error": "bad_refresh_token"}

    def serve_repository(self, url, body):
        if not self.server.accepts(self.headers["Authorization"]):
            self.server.refusals += 1
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="git"')
            self.send_header("Content-Length", "0")
            return self.end_headers()
        environment = {**os.environ, "GIT_PROJECT_ROOT": str(self.server.folder), "GIT_HTTP_EXPORT_ALL": "1",
                       "PATH_INFO": url.path, "QUERY_STRING": url.query, "REQUEST_METHOD": self.command,
                       "REMOTE_USER": LOGIN, "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                       "CONTENT_LENGTH": str(len(body)), "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
                       "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", "")}
        output = subprocess.run(["git", "http-backend"], input=body, capture_output=True, env=environment).stdout
        head, _, content = output.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().splitlines())
        self.send_response(int(headers.pop("Status", "200").split()[0]))
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def answer(self, content, status=200):
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("X-GitHub-Request-Id", "1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
