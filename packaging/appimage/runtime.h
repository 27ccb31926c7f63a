// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stdbool.h>
#include <stddef.h>

// Ends the process with a sentence.
_Noreturn void fail(const char *what);

// A new folder that nobody else can look into.
char *privateFolder(const char *prefix);

// Mounts the image in `file` at `offset`, served by a process of its own, until the calling process ends. False where
// that is not possible.
bool mountImage(const char *file, size_t offset, const char *folder);

// Extracts the image, or what matches the pattern in it. 0, or 1 after a sentence on standard error.
int extractImage(const char *file, size_t offset, const char *folder, const char *pattern);

void removeTree(const char *folder);
