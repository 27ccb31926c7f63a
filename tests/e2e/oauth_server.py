# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An authorization and resource server that can delay its answers and knows which of its tokens are valid."""

import json
import secrets
import threading
import urllib.parse

from background_server import BackgroundServer, QuietHandler

DEVICE, TOKEN, USER, REVOKE = "/device", "/token", "/user", "/revoke"


class Server(BackgroundServer):
    def __init__(self):
        super().__init__(Handler)
        self.grants = {}  # Refresh tokens by access token.
        self.lifetime = 28800
        self.is_approved = True
        self.counts = {}
        self.before = {}  # Functions to call before a path is answered.
        self.begin()

    def provider(self):
        return {"id": "acme", "name": "Acme", "api": "github", "api_base_url": self.origin,
                "authorization_endpoint": self.origin + "/authorize", "token_endpoint": self.origin + TOKEN,
                "device_authorization_endpoint": self.origin + DEVICE, "revocation_endpoint": self.origin + REVOKE,
                "client_id": "latchkey", "scope": "read:user"}

    def hold(self, path):
        """Delays requests for this path, and their effect, until the event is set."""
        gate = threading.Event()
        self.before[path] = gate.wait
        return gate

    def issue(self):
        access, refresh = "acc_" + secrets.token_hex(20), "ref_" + secrets.token_hex(20)
        self.grants[access] = refresh
        return {"access_token": access, "refresh_token": refresh, "token_type": "bearer", "scope": "read:user",
                "expires_in": self.lifetime}

    def drop(self, token):
        self.grants = {access: refresh for access, refresh in self.grants.items() if token not in (access, refresh)}


class Handler(QuietHandler):
    def note(self):
        path = urllib.parse.urlsplit(self.path).path
        self.server.counts[path] = self.server.counts.get(path, 0) + 1
        self.server.before.get(path, lambda: None)()
        return path

    def do_GET(self):
        path = self.note()
        token = (self.headers["Authorization"] or "").partition(" ")[2]
        if path == USER and token in self.server.grants:
            return self.answer({"id": 7, "login": "ada", "name": "Ada"})
        return self.answer({"message": "Bad credentials"}, 401 if path == USER else 404)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        form = dict(urllib.parse.parse_qsl(body.decode("latin-1")))
        path = self.note()
        if path == DEVICE:
            return self.answer({"device_code": "device", "user_code": "WDJB-MJHT", "interval": 1, "expires_in": 900,
                                "verification_uri": self.server.origin + "/login"})
        if path == TOKEN:
            return self.answer(self.tokens(form))
        if path == REVOKE:
            self.server.drop(form.get("token"))
            return self.answer({})
        return self.answer({"message": "Not Found"}, 404)

    def tokens(self, form):
        if "device_code" in form:
            return self.server.issue() if self.server.is_approved else {"error": "authorization_pending"}
        if form.get("refresh_token") in self.server.grants.values():
            self.server.drop(form["refresh_token"])
            return self.server.issue()
        return {"error": "invalid_grant"}

    def answer(self, content, status=200):
        body = json.dumps(content).encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("X-GitHub-Request-Id", "1")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass  # The client has gone.
