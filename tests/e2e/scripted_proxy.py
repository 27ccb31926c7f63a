# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A proxy on 127.0.0.1 that gives every request the same answer, and counts them."""

import socket
import threading


class ScriptedProxy:
    """Answers with `answer` and closes. With None it never answers."""

    def __init__(self, answer):
        self.answer = answer
        self.heads = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.name = f"127.0.0.1:{self.socket.getsockname()[1]}"
        self.waiting = []
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.answer_one, args=(connection,), daemon=True).start()

    def answer_one(self, connection):
        try:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(4096)
                if not piece:
                    return
                head += piece
            self.heads.append(head)
            if self.answer is None:
                self.waiting.append(connection)
                return
            connection.sendall(self.answer)
        except OSError:
            pass
        if self.answer is not None:
            connection.close()

    def close(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        for connection in self.waiting:
            connection.close()
