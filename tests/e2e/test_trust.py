# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the certificates that Latchkey trusts with those that OpenSSL and curl trust in the same environment.

test_trust.py LATCHKEY [CASE]; under tests/support/with-keyring. Needs no display.
"""

import http.server
import os
import pathlib
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import unittest

import terminal

PROGRAM = ""


class Quiet(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def __init__(self, certificate, key):
        super().__init__(("127.0.0.1", 0), Quiet)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *_):
        pass


class Trust(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        for name in ("own", "other"):
            subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                            "-keyout", self.folder / f"{name}.key", "-out", self.folder / f"{name}.pem", "-days", "30",
                            "-subj", f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1"],
                           check=True, capture_output=True)
            (self.folder / name).mkdir()
            shutil.copy(self.folder / f"{name}.pem", self.folder / name)
            subprocess.run(["openssl", "rehash", self.folder / name], check=True, capture_output=True)
        (self.folder / "empty.pem").touch()
        self.server = Server(self.folder / "own.pem", self.folder / "own.key")
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.origin = f"https://127.0.0.1:{self.server.server_port}"
        terminal.write_provider({"id": "acme", "name": "Acme", "api": "oidc", "client_id": "x",
                                 "authorization_endpoint": f"{self.origin}/authorize",
                                 "token_endpoint": f"{self.origin}/token", "userinfo_endpoint": f"{self.origin}/userinfo"})

    def environment(self, variables):
        environment = terminal.Latchkey(PROGRAM).environment()
        for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE"):
            environment.pop(name, None)
        return {**environment, **{name: str(self.folder / value) for name, value in variables.items()}}

    def curl_trusts(self, variables):
        done = subprocess.run(["curl", "-s", "-o", os.devnull, "--noproxy", "*", self.origin], env=self.environment(variables),
                              check=False)
        return done.returncode == 0

    def openssl_trusts(self, variables):
        done = subprocess.run(["openssl", "verify", self.folder / "own.pem"], env=self.environment(variables), check=False,
                              capture_output=True)
        return done.returncode == 0

    def diagnose(self, variables):
        done = terminal.Latchkey(PROGRAM).run("diagnose", "--provider", "acme", env=self.environment(variables))
        lines = done.stdout.splitlines()
        (connection,) = [line for line in lines if "Secure connection to" in line]
        (certificates,) = [line for line in lines if "Certificates: " in line]
        return connection.startswith("ok"), certificates, done.stderr

    def test_latchkey_trusts_what_openssl_and_curl_trust(self):
        for variables in ({}, {"SSL_CERT_FILE": "own.pem"}, {"SSL_CERT_FILE": "other.pem"}, {"SSL_CERT_DIR": "own"},
                          {"SSL_CERT_DIR": "other"}, {"SSL_CERT_FILE": "other.pem", "SSL_CERT_DIR": "own"},
                          {"SSL_CERT_FILE": "own.pem", "SSL_CERT_DIR": "other"},
                          {"SSL_CERT_FILE": "other.pem", "SSL_CERT_DIR": "other"}):
            with self.subTest(variables):
                trusts, certificates, errors = self.diagnose(variables)
                self.assertEqual(trusts, self.openssl_trusts(variables))
                if len(variables) < 2:  # Of two, curl 7.88 takes the folder alone.
                    self.assertEqual(trusts, self.curl_trusts(variables))
                self.assertEqual(errors, "")
                for name in variables:
                    self.assertIn(name, certificates)

    def test_a_file_that_cannot_be_used_is_told(self):
        for variables, words in (({"SSL_CERT_FILE": "none.pem"}, "does not exist"),
                                 ({"SSL_CERT_FILE": "empty.pem"}, "without a certificate"),
                                 ({"SSL_CERT_FILE": "own"}, "cannot be read"),
                                 ({"SSL_CERT_DIR": "none"}, "does not exist"),
                                 ({"SSL_CERT_FILE": "none.pem", "SSL_CERT_DIR": "none"}, "No server is trusted")):
            with self.subTest(variables):
                trusts, certificates, errors = self.diagnose(variables)
                self.assertFalse(trusts)
                self.assertIn(words, certificates)
                self.assertIn(next(iter(variables)), errors)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
