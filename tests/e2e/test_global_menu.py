# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests the menus in a global menu bar, as Plasma and Unity have one: with a stand-in for the service that collects them.

test_global_menu.py LATCHKEY; under tests/support/with-keyring and tests/support/with-display.
"""

import sys
import threading
import unittest

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

import demo  # noqa: E402
import desktop  # noqa: E402
import test_ways as ways  # noqa: E402

PROGRAM = ""

REGISTRAR = """<node><interface name="com.canonical.AppMenu.Registrar">
<method name="RegisterWindow"><arg type="u" direction="in"/><arg type="o" direction="in"/></method>
<method name="UnregisterWindow"><arg type="u" direction="in"/></method>
</interface></node>"""


class Registrar:
    """Notes who has menus for which window, in a thread, so that nobody waits for its answers."""

    def __init__(self):
        self.menus = {}
        ready = threading.Event()
        threading.Thread(target=self.run, args=(ready,), daemon=True).start()
        ready.wait(desktop.PATIENCE)

    def run(self, ready):
        context = GLib.MainContext()
        context.push_thread_default()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(REGISTRAR).interfaces[0]
        self.bus.register_object("/com/canonical/AppMenu/Registrar", interface, self.answer)
        named = Gio.bus_own_name_on_connection(self.bus, "com.canonical.AppMenu.Registrar", Gio.BusNameOwnerFlags.NONE,
                                               lambda *_: ready.set(), None)
        assert named
        GLib.MainLoop(context).run()

    def answer(self, _bus, sender, _path, _interface, method, arguments, invocation):
        if method == "RegisterWindow":
            window, path = arguments.unpack()
            self.menus[window] = (sender, path)
        invocation.return_value(None)

    def labels(self, window):
        """The texts of all menus of a window, without their mnemonics."""
        if window not in self.menus:
            return []
        sender, path = self.menus[window]
        layout = self.bus.call_sync(sender, path, "com.canonical.dbusmenu", "GetLayout",
                                    GLib.Variant("(iias)", (0, -1, ["label"])), None, Gio.DBusCallFlags.NONE, 5000, None)
        found, ahead = [], [layout.unpack()[1]]
        while ahead:
            _id, properties, children = ahead.pop()
            found.append(properties.get("label", "").replace("_", ""))
            ahead += children
        return found


class GlobalMenu(unittest.TestCase):
    def tearDown(self):
        desktop.run(PROGRAM, "--demo", "sign-out")

    def test_every_action_is_there(self):
        registrar = Registrar()
        with desktop.Latchkey(PROGRAM, "--demo", environment={**ways.SURROUNDINGS, **ways.signing_browser()}):
            desktop.wait_for_window(demo.GATE)
            desktop.act(desktop.wait_for_control("latchkey", desktop.WINDOW, "Continue in your browser"))
            window = desktop.wait_for_window(demo.MAIN)
            labels = desktop.wait_for("the menus", lambda: registrar.labels(window))
            for label in ("Account", "View", "Help", "Profile", "Starred", "Refresh", "Sign out…", "Settings", "Quit"):
                self.assertIn(label, labels)
            bars = [node for node in desktop.accessibles("latchkey") if node.get_role_name() == "menu bar"]
            self.assertEqual([bar for bar in bars if bar.get_extents(0).height > 0 and
                              bar.get_state_set().contains(desktop.Atspi.StateType.SHOWING)], [])


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
