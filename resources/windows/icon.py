# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes an icon of Windows from the same picture in several sizes.

icon.py ICON PNG …: pictures of up to 256 pixels, which Windows takes as they are (since Vista).
"""

import pathlib
import struct
import sys


def icon(pictures):
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(directory) + 16 * len(pictures)
    for picture in pictures:
        width, height = struct.unpack(">II", picture[16:24])
        # 0 stands for 256; one plane, 32 bits a pixel.
        directory += struct.pack("<BBBBHHII", width % 256, height % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return directory + b"".join(pictures)


if __name__ == "__main__":
    pathlib.Path(sys.argv[1]).write_bytes(icon([pathlib.Path(name).read_bytes() for name in sys.argv[2:]]))
