# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens every window on small screens, at each scale that a desktop offers for them.

test_screens.py LATCHKEY [CASE]; under tests/support/with-keyring and tests/support/with-display. LATCHKEY_PICTURES is a
folder for pictures of what is seen.
"""

import os
import re
import subprocess
import sys
import unittest

import demo
import desktop

PROGRAM = ""
SCALES = (1, 2, 3)
PAGES = ("Profile", "Inbox", "Repositories")


def screen_size():
    return tuple(map(int, desktop.xdotool("getdisplaygeometry")))


def frame_of(window):
    """The edges of a window with its frame: left, top, right, bottom. In pixels."""
    found = dict(part.split("=") for part in desktop.xdotool("getwindowgeometry", "--shell", window))
    extents = subprocess.run(["xprop", "-id", str(window), "_NET_FRAME_EXTENTS"], capture_output=True, text=True).stdout
    left, right, top, bottom = map(int, re.findall(r"\d+", extents.partition("=")[2]))
    x, y = int(found["X"]), int(found["Y"])
    return x - left, y - top, x + int(found["WIDTH"]) + right, y + int(found["HEIGHT"]) + bottom


class Screens(unittest.TestCase):
    def look(self, title, scale, name):
        window = desktop.focus(title)
        width, height = screen_size()
        left, top, right, bottom = frame_of(window)
        self.assertLessEqual(right - left, width, f"{title} at {scale} is wider than the screen")
        self.assertLessEqual(bottom - top, height, f"{title} at {scale} is higher than the screen")
        folder = os.environ.get("LATCHKEY_PICTURES")
        if folder:
            desktop.screenshot(os.path.join(folder, f"{width}x{height}-at-{scale}-{name}.png"))

    def test_every_window_fits_the_screen(self):
        for scale in SCALES:
            with self.subTest(scale=scale):
                self.open_all(scale)

    def open_all(self, scale):
        with desktop.Latchkey(PROGRAM, "--demo", environment={"QT_SCALE_FACTOR": str(scale)}):
            desktop.wait_for_control("latchkey", desktop.WINDOW, "Sign in in a Latchkey window", "button")
            self.look(demo.GATE, scale, "sign-in")
            desktop.act(desktop.wait_for_control("latchkey", desktop.WINDOW, "Check my setup", "button"))
            self.look("Diagnostics — Latchkey", scale, "diagnostics")
            desktop.close_window("Diagnostics — Latchkey")
            desktop.focus(demo.GATE)
            desktop.act(desktop.wait_for_control("latchkey", desktop.WINDOW, "Sign in in a Latchkey window", "button"))
            demo.wait_for_login_form()
            self.look(demo.LOGIN_VIEW, scale, "login-view")
            demo.submit_login_form()
            demo.authorize()
            desktop.wait_for_window(demo.MAIN)
            desktop.wait_for("the profile", lambda: "Updated" in desktop.texts("latchkey"))
            for number, page in enumerate(PAGES, 1):
                desktop.key(f"alt+{number}")
                desktop.wait_for_control("latchkey", desktop.WINDOW, page, "label")
                self.look(demo.MAIN, scale, page.lower().replace(" ", "-"))
            demo.sign_out()
            desktop.wait_for_window(demo.GATE)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)
