# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The base of these tests' servers."""

import http.server
import threading


class BackgroundServer(http.server.ThreadingHTTPServer):
    """Serves on 127.0.0.1, in a thread, on a port that the system chooses, until it is closed."""

    daemon_threads = True

    def __init__(self, handler):
        super().__init__(("127.0.0.1", 0), handler)
        self.thread = threading.Thread(target=self.serve_forever, daemon=True)

    def begin(self):
        self.thread.start()

    @property
    def host(self):
        return f"127.0.0.1:{self.server_port}"

    @property
    def origin(self):
        return f"http://{self.host}"

    def close(self):
        self.shutdown()
        self.server_close()
        self.thread.join()


class QuietHandler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass
