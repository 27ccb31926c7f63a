# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the installer's list of files, for latchkey.wxs.

contents.py FOLDER perMachine|perUser: every file below the folder, whose name is relative to where wixl or WiX runs.
"""

import pathlib
import sys
import uuid
from xml.sax.saxutils import quoteattr

# A component's identity is its path and scope, so it is the same in every version.
NAMESPACE = uuid.UUID("0a2a2c86-6c11-4f39-9a0c-2f2f3c1d9b57")


def name_of(path):
    """A valid ID of Windows Installer: letters, digits, underscores and periods, at most 72."""
    return "id" + uuid.uuid5(NAMESPACE, path.as_posix()).hex


def key_path(scope, name):
    # In a user's folders, a component's key path must be in the registry, not a file (ICE38).
    if scope == "perMachine":
        return "", ' KeyPath="yes"'
    return (f'<RegistryValue Root="HKCU" Key="Software\\Latchkey\\Installer" Name="{name}" Type="integer" Value="1"'
            ' KeyPath="yes"/>', "")


def guid_of(scope, place):
    return str(uuid.uuid5(NAMESPACE, f"{scope} {place}")).upper()


def component(path, place, scope):
    name = name_of(place)
    key, file_key = key_path(scope, name)
    return (f'<Component Id="{name}" Guid="{guid_of(scope, place.as_posix())}" Win64="yes">{key}'
            f'<File Id="{name}" Source={quoteattr(path.as_posix())}{file_key}/></Component>')


def removal(place, scope):
    """In a user's profile, Windows Installer removes only the folders that it is told to (ICE64)."""
    name = "folder." + name_of(place)
    key, _ = key_path(scope, name)
    return name, (f'<Component Id="{name}" Guid="{guid_of(scope, f"folder {place.as_posix()}")}" Win64="yes">{key}'
                  f'<RemoveFolder Id="{name}" On="uninstall"/></Component>')


def directory(folder, root, scope, names):
    """The components of a folder and its subfolders. `names` collects their IDs."""
    lines = []
    if scope == "perUser":
        name, line = removal(folder.relative_to(root), scope)
        names.append(name)
        lines.append(line)
    for path in sorted(folder.iterdir()):
        place = path.relative_to(root)
        if path.is_dir():
            lines += [f'<Directory Id="{name_of(place)}" Name={quoteattr(path.name)}>',
                      *directory(path, root, scope, names), "</Directory>"]
        else:
            names.append(name_of(place))
            lines.append(component(path, place, scope))
    return lines


def fragment(root, scope):
    names = []
    lines = directory(root, root, scope, names)
    references = [f'<ComponentRef Id="{name}"/>' for name in names]
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi"><Fragment>',
                      '<DirectoryRef Id="INSTALLDIR">', *lines, "</DirectoryRef>",
                      '<ComponentGroup Id="Contents">', *references, "</ComponentGroup>", "</Fragment></Wix>", ""])


if __name__ == "__main__":
    sys.stdout.write(fragment(pathlib.Path(sys.argv[1]), sys.argv[2]))
