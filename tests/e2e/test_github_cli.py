# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the sign-in of the real GitHub CLI, at a stand-in for GitHub Enterprise.

test_github_cli.py LATCHKEY; under tests/support/with-keyring and tests/support/with-display.
"""

import http.server
import json
import os
import pathlib
import shutil
import sys
import threading
import unittest

import demo
import desktop
import terminal
import test_ways as ways

PROGRAM = ""
TOKEN = "gho_0123456789abcdefghijABCDEFGHIJ012345"
MAIN = "ada-cli — Latchkey"


class Handler(http.server.BaseHTTPRequestHandler):
    """Knows whose the token is, and nothing else."""

    def do_GET(self):
        is_known = self.headers["Authorization"] == f"Bearer {TOKEN}" and self.path == "/api/v3/user"
        body = json.dumps({"id": 7, "login": "ada-cli", "name": "Ada"} if is_known else {"message": "Not Found"}).encode()
        self.send_response(200 if is_known else 404)
        for name, value in {"Content-Type": "application/json", "Content-Length": len(body), "X-GitHub-Request-Id": "1",
                            "X-OAuth-Scopes": "read:user, repo"}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.server.posted.append(self.path)
        self.do_GET()

    def do_DELETE(self):
        self.server.posted.append(self.path)
        self.do_GET()

    def log_message(self, *_):
        pass


@unittest.skipUnless(shutil.which("gh"), "GitHub CLI is not installed")
class GitHubCli(unittest.TestCase):
    def setUp(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.posted = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.shutdown)
        self.host = f"127.0.0.1:{self.server.server_port}"
        origin = f"http://{self.host}"
        terminal.write_provider({"id": "work", "name": "Work", "api": "github", "api_base_url": f"{origin}/api/v3",
                                 "authorization_endpoint": f"{origin}/login/oauth/authorize",
                                 "token_endpoint": f"{origin}/login/oauth/access_token", "client_id": "latchkey"})
        self.config = pathlib.Path(os.environ["HOME"], "gh")
        self.config.mkdir(exist_ok=True)
        (self.config / "hosts.yml").write_text(f"{self.host}:\n    user: ada-cli\n    oauth_token: {TOKEN}\n"
                                               "    git_protocol: https\n", encoding="utf-8")

    def test_its_sign_in_is_used_kept_and_never_revoked(self):
        with desktop.Latchkey(PROGRAM, "--provider", "work",
                              environment={**ways.SURROUNDINGS, "GH_CONFIG_DIR": str(self.config)}):
            desktop.focus(demo.GATE)
            desktop.click(desktop.wait_for_control("latchkey", desktop.WINDOW, "Use GitHub CLI’s sign-in as ada-cli", "button"))
            desktop.wait_for_window(MAIN)
        entry = next(iter(terminal.Keyring().entries().values()))
        entry = entry if isinstance(entry, dict) else json.loads(entry)
        self.assertEqual(entry["access_token"], TOKEN)
        self.assertTrue(entry["github_cli_token"])
        signed_out = desktop.run(PROGRAM, "sign-out", "--provider", "work")
        self.assertEqual(signed_out.returncode, 0, signed_out.stderr)
        self.assertEqual(terminal.Keyring().entries(), {})
        self.assertEqual([path for path in self.server.posted if "graphql" not in path], [])
        self.assertIn(TOKEN, (self.config / "hosts.yml").read_text(encoding="utf-8"))


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
