# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of the Windows installer: the icon and the list of files.

test_windows_installer.py SOURCE-FOLDER
"""

import importlib.util
import pathlib
import struct
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

SOURCES = pathlib.Path()
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


def script(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Icon(unittest.TestCase):
    def test_every_picture_is_in_it_with_its_size(self):
        pictures = [(SOURCES / f"resources/icons/latchkey-{side}.png").read_bytes() for side in (16, 48, 256)]
        icon = script(SOURCES / "resources/windows/icon.py").icon(pictures)
        self.assertEqual(struct.unpack_from("<HHH", icon), (0, 1, 3))
        entries = [struct.unpack_from("<BBBBHHII", icon, 6 + 16 * index) for index in range(3)]
        self.assertEqual([entry[:2] for entry in entries], [(16, 16), (48, 48), (0, 0)])
        self.assertEqual([icon[entry[7]:entry[7] + entry[6]] for entry in entries], pictures)


class Contents(unittest.TestCase):
    FILES = {"latchkey.exe", "plugins/tls/backend.dll", "plugins/tls/other.dll", "licences/R & D.txt"}

    def setUp(self):
        self.contents = script(SOURCES / "packaging/msi/contents.py")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name) / "contents"
        for name in self.FILES:
            self.add(name)

    def add(self, name):
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).touch()

    def fragment(self, scope):
        return ElementTree.fromstring(self.contents.fragment(self.root, scope).encode())

    def installed(self, scope):
        """The installed path of each file, by component."""
        def walk(element, place):
            for child in element:
                if child.tag == f"{WIX}Directory":
                    yield from walk(child, f"{place}{child.get('Name')}/")
                for file in child.findall(f"{WIX}File"):
                    yield child.get("Guid"), place + pathlib.Path(file.get("Source")).name
        return dict(walk(self.fragment(scope).find(f"*/{WIX}DirectoryRef"), ""))

    def test_every_file_is_installed_where_it_was(self):
        for scope in ("perMachine", "perUser"):
            self.assertEqual(set(self.installed(scope).values()), self.FILES)
            self.assertEqual(len(self.installed(scope)), len(self.FILES))

    def test_every_component_is_part_of_the_group(self):
        for scope in ("perMachine", "perUser"):
            fragment = self.fragment(scope)
            components = [element.get("Id") for element in fragment.iter(f"{WIX}Component")]
            self.assertEqual(len(components), len(set(components)))
            self.assertEqual([element.get("Id") for element in fragment.iter(f"{WIX}ComponentRef")], components)

    def test_a_component_is_the_same_in_every_version_and_another_in_the_other_scope(self):
        before = self.installed("perMachine")
        self.add("a new file")
        after = self.installed("perMachine")
        self.assertEqual({guid: after[guid] for guid in before}, before)
        self.assertFalse(before.keys() & self.installed("perUser").keys())

    def test_what_a_user_installs_is_keyed_in_their_registry_and_their_folders_are_removed(self):
        fragment = self.fragment("perUser")
        for component in fragment.iter(f"{WIX}Component"):
            self.assertEqual([child.get("Root") for child in component if child.get("KeyPath")], ["HKCU"])
        for folder in (fragment.find(f"*/{WIX}DirectoryRef"), *fragment.iter(f"{WIX}Directory")):
            self.assertEqual(len(folder.findall(f"{WIX}Component/{WIX}RemoveFolder")), 1)


if __name__ == "__main__":
    SOURCES = pathlib.Path(sys.argv.pop(1))
    unittest.main(verbosity=2)
