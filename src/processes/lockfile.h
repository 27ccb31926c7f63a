// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLockFile>

#include <chrono>

/// For QLockFile::setStaleLockTime. A process that is killed between making its lock file and writing its name there leaves
/// one that is nobody's, and Qt goes by its age alone: never with 0, after 30 s without a word. A process that lives keeps
/// its lock whatever the age of the file, by flock or by the open file (qlockfile_unix.cpp and qlockfile_win.cpp, Qt 6.4).
constexpr std::chrono::milliseconds namelessLockAge(2000);
