# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A locked keychain that waits for its password gets more time than one that hangs.

The keychain is a stand-in, as gnome-keyring's prompt needs a display and a person.
test_locked_keychain.py LATCHKEY; under tests/support/with-keyring --no-service.
"""

import base64
import json
import sys
import threading
import time
import unittest

import gi

import oauth_server
import terminal

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

PROGRAM = ""
LONGER_THAN_A_HANG = 13  # Seconds. Latchkey waits 10 s for a keychain that does not answer.
ROOT, ITEM, SESSION, PROMPT, COLLECTION = (
    "/org/freedesktop/secrets", "/org/freedesktop/secrets/collection/login/1", "/org/freedesktop/secrets/session/1",
    "/org/freedesktop/secrets/prompt/1", "/org/freedesktop/secrets/aliases/default")
INTERFACES = """
<node>
  <interface name="org.freedesktop.Secret.Service">
    <method name="OpenSession"><arg type="s" direction="in"/><arg type="v" direction="in"/>
      <arg type="v" direction="out"/><arg type="o" direction="out"/></method>
    <method name="SearchItems"><arg type="a{ss}" direction="in"/>
      <arg type="ao" direction="out"/><arg type="ao" direction="out"/></method>
    <method name="Unlock"><arg type="ao" direction="in"/>
      <arg type="ao" direction="out"/><arg type="o" direction="out"/></method>
    <method name="ReadAlias"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
    <method name="GetSecrets"><arg type="ao" direction="in"/><arg type="o" direction="in"/>
      <arg type="a{o(oayays)}" direction="out"/></method>
  </interface>
  <interface name="org.freedesktop.Secret.Prompt">
    <method name="Prompt"><arg type="s" direction="in"/></method>
    <signal name="Completed"><arg type="b"/><arg type="v"/></signal>
  </interface>
  <interface name="org.freedesktop.Secret.Collection">
    <property name="Locked" type="b" access="read"/>
  </interface>
</node>"""


class Keychain:
    """A collection with one item, which is locked until the prompt is answered."""

    def __init__(self, secret):
        self.secret = secret
        self.is_locked = True
        self.prompted = threading.Event()
        self.loop = GLib.MainLoop()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACES)
        for path, name in ((ROOT, "Service"), (PROMPT, "Prompt"), (COLLECTION, "Collection")):
            interface = node.lookup_interface(f"org.freedesktop.Secret.{name}")
            self.bus.register_object(path, interface, self.call, lambda *_: GLib.Variant("b", self.is_locked), None)
        Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.secrets", Gio.BusNameOwnerFlags.NONE, None, None)
        self.thread = threading.Thread(target=self.loop.run, daemon=True)
        self.thread.start()

    def call(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "OpenSession" and arguments[0] != "plain":
            return invocation.return_dbus_error("org.freedesktop.DBus.Error.NotSupported", "plain only")
        answers = {"OpenSession": lambda: GLib.Variant("(vo)", (GLib.Variant("s", ""), SESSION)),
                   "SearchItems": lambda: GLib.Variant("(aoao)", self.search(arguments[0])),
                   "ReadAlias": lambda: GLib.Variant("(o)", (COLLECTION,)),
                   "Unlock": lambda: GLib.Variant("(aoo)", ([], PROMPT)),
                   "GetSecrets": lambda: GLib.Variant("(a{o(oayays)})", ({ITEM: (SESSION, b"", self.secret, "text/plain")},)),
                   "Prompt": lambda: self.prompted.set()}
        return invocation.return_value(answers[method]())

    def search(self, attributes):
        # QtKeychain looks for text first; Latchkey stores binary entries.
        found = [ITEM] if attributes.get("type", "base64") == "base64" else []
        return ([], found) if self.is_locked else (found, [])

    def answer_prompt(self):
        """Enters the password, as a person would."""
        self.is_locked = False
        unlocked = GLib.Variant("v", GLib.Variant("ao", [ITEM]))
        self.bus.emit_signal(None, PROMPT, "org.freedesktop.Secret.Prompt", "Completed",
                             GLib.Variant.new_tuple(GLib.Variant("b", False), unlocked))


class LockedKeychain(unittest.TestCase):
    def test_the_person_has_time_to_unlock_it(self):
        latchkey = terminal.Latchkey(PROGRAM)
        server = oauth_server.Server()
        self.addCleanup(server.close)
        terminal.write_provider(server.provider())
        (terminal.folder("CONFIG") / "latchkey.conf").write_text(
            "[General]\nprovider=acme\n\n[accounts]\n1\\host=127.0.0.1\n1\\id=7\n1\\login=ada\n1\\name=Ada\n1\\provider=acme\n"
            "1\\provider_name=Acme\nsize=1\n", encoding="utf-8")
        token = server.issue()["access_token"]
        entry = {"version": 1, "id": "7", "login": "ada", "name": "Ada", "subject": "", "access_token": token,
                 "refresh_token": "", "scope": "read:user", "obtained_at": "2026-01-01T00:00:00.000Z", "expires_at": None,
                 "refresh_token_expires_at": None, "brought_token": False, "discovered": {}}
        keychain = Keychain(base64.b64encode(json.dumps(entry).encode()))
        process = latchkey.start("token")
        self.assertTrue(keychain.prompted.wait(terminal.PATIENCE))
        time.sleep(LONGER_THAN_A_HANG)
        self.assertIsNone(process.poll(), "it did not wait for the person")
        keychain.answer_prompt()
        output, errors = process.communicate(timeout=terminal.PATIENCE)
        self.assertEqual((process.returncode, output), (0, token + "\n"), errors)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)
