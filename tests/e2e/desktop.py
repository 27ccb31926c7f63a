# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses Latchkey like a person: finds controls by their accessible names, and clicks and types with real X events.

Runs under tests/support/with-keyring and tests/support/with-display.
"""

import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 60  # Seconds to wait for something to happen.

# The parts of a window. The same name may be in several: a page and the tool bar above it both have a Cancel.
WINDOW = "window"  # What is in none of the others.
TOOL_BAR = "tool bar"
MENU = "menu"
DIALOG = "dialog"
PAGE = "page"  # A document of a server, in the login view.

PARTS = {WINDOW, TOOL_BAR, MENU, DIALOG, PAGE}

_PART_OF_ROLE = {"document web": PAGE, "document frame": PAGE, "tool bar": TOOL_BAR, "menu bar": MENU, "menu": MENU,
                 "popup menu": MENU, "dialog": DIALOG, "alert": DIALOG}


class Missing(AssertionError):
    """Something did not appear."""


def wait_for(what, look, patience=PATIENCE):
    """Returns the first true answer of look()."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise Missing(f"{what} did not appear within {patience} s")


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True).stdout.split()


def windows(title):
    """The IDs of the visible windows with exactly this title."""
    found = xdotool("search", "--onlyvisible", "--name", "^" + title.replace("—", ".+") + "$")
    return [int(window) for window in found]


def wait_for_window(title, patience=PATIENCE):
    return wait_for(f"window '{title}'", lambda: windows(title), patience)[0]


def wait_until_gone(title):
    wait_for(f"the end of window '{title}'", lambda: not windows(title))


def focus(title):
    window = wait_for_window(title)
    xdotool("windowactivate", "--sync", window)
    return window


def key(*names):
    xdotool("key", "--clearmodifiers", *names)


def type_text(text):
    xdotool("type", "--clearmodifiers", "--delay", 8, text)


def close_window(title):
    """Closes a window, as its close button does."""
    focus(title)
    key("alt+F4")


def screenshot(path):
    subprocess.run(["import", "-window", "root", path], check=True)


def window_screenshot(title, path):
    subprocess.run(["import", "-window", str(wait_for_window(title)), path], check=True)


def _walk(node, depth=0):
    if node is None or depth > 60:
        return
    yield node
    try:
        for index in range(node.get_child_count()):
            yield from _walk(node.get_child_at_index(index), depth + 1)
    except gi.repository.GLib.Error:
        return


def accessibles(application):
    """The accessible objects of all applications with this name."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == application:
            yield from _walk(child)


def role_of(node):
    """The name of an object's role. Up to Debian 12, AT-SPI called buttons push buttons."""
    role = node.get_role_name()
    return "button" if role == "push button" else role


def part_of(node):
    """The part of the window that an object is in: that of the innermost object around it that makes one."""
    around = node.get_parent()
    while around is not None:
        part = _PART_OF_ROLE.get(around.get_role_name())
        if part:
            return part
        around = around.get_parent()
    return WINDOW


def find(application, part, name, role=None):
    """The visible object with this accessible name in this part of a window, and with this role if one is given; None if
    there is none."""
    if part not in PARTS:
        raise ValueError(f"{part!r} is no part of a window")
    for node in accessibles(application):
        try:
            if node.get_name() != name or (role is not None and role_of(node) != role):
                continue
            if node.get_state_set().contains(Atspi.StateType.SHOWING) and part_of(node) == part:
                return node
        except gi.repository.GLib.Error:
            continue
    return None


def wait_for_control(application, part, name, role=None, patience=PATIENCE):
    return wait_for(f"'{name}' in the {part} of {application}", lambda: find(application, part, name, role), patience)


def texts(application, part=None):
    """All texts in the application's windows, or in this part of them."""
    found = []
    for node in accessibles(application):
        try:
            if not node.get_state_set().contains(Atspi.StateType.SHOWING) or (part and part_of(node) != part):
                continue
            found.append(node.get_name())
        except gi.repository.GLib.Error:
            continue
    return "\n".join(filter(None, found))


def click(control):
    """Clicks the middle of a control with the pointer."""
    extents = control.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    xdotool("mousemove", extents.x + extents.width // 2, extents.y + extents.height // 2, "click", 1)


def act(control, names=("press", "click", "toggle", "showmenu")):
    """Triggers a control's action without pointer and keyboard, as assistive technology does."""
    action = control.get_action_iface()
    offered = [action.get_action_name(index).lower() for index in range(action.get_n_actions())]
    for name in names:
        if name in offered:
            return action.do_action(offered.index(name))
    raise Missing(f"'{control.get_name()}' offers {offered}")


def wait_for_focus(control):
    wait_for("the focus", lambda: control.get_state_set().contains(Atspi.StateType.FOCUSED))


def focus_control(control):
    act(control, ("setfocus",))
    wait_for_focus(control)


def fill(control, text):
    """Enters text in a field, in place of what is there. In Qt WebEngine, fields of pages can only be focused, so the keyboard enters it."""
    editable = control.get_editable_text_iface()
    if editable is None:
        focus_control(control)
        key("ctrl+a")
        type_text(text)
    elif not editable.set_text_contents(text):
        raise Missing(f"'{control.get_name()}' takes no text")


class Latchkey:
    """A running application. It ends with the `with` block."""

    def __init__(self, program, *arguments, environment=None, output=None):
        self.program = program
        self.environment = {**os.environ, **(environment or {})}
        self.process = subprocess.Popen([program, *arguments], env=self.environment, stdout=output, stderr=output)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=PATIENCE)

    def quit(self):
        """Quits with the keyboard, as a person would."""
        key("ctrl+q")
        self.process.wait(timeout=PATIENCE)

    def login_view(self):
        """The process ID of the login view, or None."""
        found = subprocess.run(["pgrep", "-P", str(self.process.pid), "-f", "latchkey-login-view"],
                               capture_output=True, text=True).stdout.split()
        return int(found[0]) if found else None


def run(program, *arguments):
    """Runs a Latchkey command until it ends."""
    return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=PATIENCE)
