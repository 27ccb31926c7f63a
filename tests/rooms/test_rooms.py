# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the sources against the rooms declared in their CMakeLists.txt and a few rules of docs/ARCHITECTURE.md.

test_rooms.py SOURCES
"""

import pathlib
import re
import sys
import tempfile
import unittest

SOURCES = pathlib.Path()

FORBIDDEN_FOLDERS = {"core", "common", "utils", "util", "helpers", "helper", "misc"}
MOST_PARAMETERS = 5

# Nobody signs in behind the gate, so these rooms do not use those. Rooms that they use may.
APART = [(room, {"session/registration", "useragent"})
         for room in ("gui/account", "gui/account/popover", "gui/inbox", "gui/mainwindow", "gui/palette", "gui/profile",
                      "gui/repositories", "gui/rows", "gui/work")]

# Before the gate nothing uses GitHub, not even through a third room.
BEFORE_THE_GATE, BEHIND_THE_GATE = "gui/signin", "github"

# The only rooms that the login view's process may use. It never holds a token. What paints the window knows none.
LOGIN_VIEW_MAY_USE = {"gui/look", "gui/look/style", "journal", "result"}


class Source:
    """A tree of sources, as the rules see it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.files = {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8")
                      for path in sorted(self.folder.rglob("*")) if path.suffix in (".h", ".cpp")}
        self.uses = {}
        for path in sorted(self.folder.rglob("CMakeLists.txt")):
            for room, body in re.findall(r"^latchkey_room\(([\w/]+)([^)]*)\)", without_comments(path), re.MULTILINE):
                words = re.split(r"\b(FILES|USES|LIBRARIES)\b", body)
                lists = dict(zip(words[1::2], words[2::2]))
                self.uses[room] = set(lists.get("USES", "").split())

    def room_of(self, file):
        """The room of a file. A folder without a room belongs to the room above it."""
        folder = pathlib.PurePosixPath(file).parent
        while folder.as_posix() != "." and folder.as_posix() not in self.uses:
            folder = folder.parent
        return folder.as_posix()

    def includes(self, file):
        """The headers of other files that a file includes. Forms and moc's output have no folder."""
        return [header for header in re.findall(r'^#include "([^"]+)"', self.files[file], re.MULTILINE) if "/" in header]

    def reachable(self, room):
        seen, ahead = set(), [room]
        while ahead:
            for other in self.uses.get(ahead.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    ahead.append(other)
        return seen


def without_comments(path):
    return re.sub(r"#.*", "", path.read_text(encoding="utf-8"))


def code(text):
    """C++ without comments and quoted text."""
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'', " ", text, flags=re.DOTALL)


def undeclared_includes(source):
    for file in source.files:
        room = source.room_of(file)
        if room == ".": # The main program, and the login view's: another rule checks that.
            continue
        for header in source.includes(file):
            if header not in source.files:
                yield f"{file}: there is no {header}"
            elif source.room_of(header) != room and source.room_of(header) not in source.uses[room]:
                yield f"{file} includes {header}, and {room} does not say that it uses {source.room_of(header)}"


def unused_rooms(source):
    for room, others in source.uses.items():
        used = {source.room_of(header) for file in source.files if source.room_of(file) == room
                for header in source.includes(file)}
        for other in sorted(others - used):
            yield f"{room} says that it uses {other}, and includes nothing of it"


def unknown_rooms(source):
    for room, others in source.uses.items():
        for other in sorted(others - source.uses.keys()):
            yield f"{room} uses {other}, which is no room"


def cycles(source):
    for room in source.uses:
        if room in source.reachable(room):
            yield f"{room} uses itself, through others"


def forbidden_neighbors(source):
    for room, others in APART:
        if room not in source.uses:
            yield f"there is no room {room}"
        for other in sorted(source.uses.get(room, set()) & others):
            yield f"{room} uses {other}"


def gate_that_leaks(source):
    if not {BEFORE_THE_GATE, BEHIND_THE_GATE} <= source.uses.keys():
        yield f"there is no {BEFORE_THE_GATE} or no {BEHIND_THE_GATE}"
    if BEHIND_THE_GATE in source.reachable(BEFORE_THE_GATE):
        yield f"{BEFORE_THE_GATE} reaches {BEHIND_THE_GATE}"


def login_view_includes(source):
    for file in source.files:
        if file.startswith("loginview/"):
            for header in source.includes(file):
                if not header.startswith("loginview/") and source.room_of(header) not in LOGIN_VIEW_MAY_USE:
                    yield f"{file} includes {header}"


def other_browsers(source):
    """A browser that is started elsewhere prints into our output."""
    for file in source.files:
        if not file.startswith("browser/") and re.search("QDesktopServices|setOpenExternalLinks", code(source.files[file])):
            yield f"{file} opens a browser itself"


def friends(source):
    for file, text in source.files.items():
        if re.search(r"^\s*friend\b(?!.*operator)", code(text), re.MULTILINE):
            yield f"{file} has a friend"


def forbidden_folders(source):
    for file in source.files:
        for part in pathlib.PurePosixPath(file).parts[:-1]:
            if part in FORBIDDEN_FOLDERS:
                yield f"{file} is in a folder named {part}, which says nothing"


def parameters(text):
    """The number of parameters in a list. Commas outside of brackets separate them."""
    depth, count = 0, 1 if text.strip() else 0
    for position, character in enumerate(text):
        if character in "([{<":
            depth += 1
        elif character in ")]}" or character == ">" and text[position - 1] != "-":
            depth -= 1
        elif character == "," and depth == 0:
            count += 1
    return count


def large_constructors(source):
    for file, text in source.files.items():
        if not file.endswith(".h"):
            continue
        text = code(text)
        for name in set(re.findall(r"^\s*(?:class|struct)\s+(?:\w+\s*::\s*)*(\w+)[^;{()]*\{", text, re.MULTILINE)):
            for start in re.finditer(rf"^\s*(?:explicit\s+)?{name}\(", text, re.MULTILINE):
                end, depth = start.end(), 1
                while depth:
                    depth += {"(": 1, ")": -1}.get(text[end], 0)
                    end += 1
                count = parameters(text[start.end():end - 1])
                if count > MOST_PARAMETERS:
                    yield f"{file}: {name} is made of {count} parameters"


def classes_without_moc(source):
    """A class with signals includes its moc output. Compiled separately, that output would read all headers again."""
    for file, text in source.files.items():
        cpp = file[:-2] + ".cpp"
        if file.endswith(".h") and cpp in source.files and re.search(r"^\s*Q_(OBJECT|GADGET|NAMESPACE)\b", text, re.MULTILINE):
            moc = f"moc_{pathlib.PurePosixPath(file).stem}.cpp"
            if f'#include "{moc}"' not in source.files[cpp]:
                yield f"{cpp} does not include {moc}"


RULES = [undeclared_includes, unused_rooms, unknown_rooms, cycles, forbidden_neighbors, gate_that_leaks, login_view_includes, other_browsers,
         friends, forbidden_folders, large_constructors, classes_without_moc]

# GOOD is a small tree that keeps all rules. BAD has changes to it that break each rule.
GOOD = {
    "a/CMakeLists.txt": "latchkey_room(a\n    FILES a # c)\n    USES b)\n",
    "a/a.h": '#include "b/b.h"\n#include "x.h"\nclass A\n{\n    Q_OBJECT\npublic:\n    A(int, Map<int, int>, int = f(1, 2));\n};\n',
    "a/a.cpp": '#include "a/a.h"\n#include "moc_a.cpp"\n// friend of nobody\n',
    "b/CMakeLists.txt": "latchkey_room(b FILES b)\n",
    "b/b.h": "struct B\n{\n    B(int, int, int, int, int);\n};\n",
    "loginview/main.cpp": '#include "loginview/page/page.h"\n',
    "loginview/page/CMakeLists.txt": "latchkey_room(loginview/page FILES page)\n",
    "loginview/page/page.h": "",
    **{f"{room}/CMakeLists.txt": f"latchkey_room({room})\n"
       for room in ("gui/signin", "github", "useragent", *(room for room, _ in APART))},
    "github/github.h": "",
}
BAD = {
    undeclared_includes: {"b/b.h": '#include "a/a.h"\n'},
    unused_rooms: {"a/a.h": ""},
    unknown_rooms: {"b/CMakeLists.txt": "latchkey_room(b FILES b USES c)\n"},
    cycles: {"b/CMakeLists.txt": "latchkey_room(b FILES b USES a)\n"},
    forbidden_neighbors: {"gui/inbox/CMakeLists.txt": "latchkey_room(gui/inbox USES useragent)\n"},
    gate_that_leaks: {"gui/signin/CMakeLists.txt": "latchkey_room(gui/signin USES a)\n",
                      "b/CMakeLists.txt": "latchkey_room(b USES github)\n"},
    login_view_includes: {"loginview/main.cpp": '#include "a/a.h"\n'},
    other_browsers: {"b/b.cpp": "QDesktopServices::openUrl(page);\n"},
    friends: {"b/b.h": "class B\n{\n    friend class A;\n};\n"},
    forbidden_folders: {"b/utils/b.h": ""},
    large_constructors: {"b/b.h": "struct B\n{\n    B(int, int, int, int, int,\n      Map<int, int>);\n};\n"},
    classes_without_moc: {"a/a.cpp": '#include "a/a.h"\n'},
}


class Rooms(unittest.TestCase):
    def test_every_rule_is_kept(self):
        source = Source(SOURCES)
        self.assertGreater(len(source.uses), 20)
        for rule in RULES:
            with self.subTest(rule.__name__):
                self.assertEqual(list(rule(source)), [])

    def test_every_rule_can_be_broken(self):
        self.assertEqual(set(BAD), set(RULES))
        for rule in RULES:
            with self.subTest(rule.__name__):
                self.assertEqual(self.broken(rule, {}), [])
                self.assertNotEqual(self.broken(rule, BAD[rule]), [])

    @staticmethod
    def broken(rule, changes):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (GOOD | changes).items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return list(rule(Source(folder)))


if __name__ == "__main__":
    SOURCES = pathlib.Path(sys.argv.pop())
    unittest.main()
