// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stdbool.h>
#include <stddef.h>

// Ends the process with an error message.
_Noreturn void fail(const char *what);

// A new folder that no other user can read.
char *privateFolder(const char *prefix);

// Mounts the image in `file` at `offset`, by a separate process, until the calling process ends. False if that is not
// possible.
bool mountImage(const char *file, size_t offset, const char *folder);

// Extracts the image, or the files in it that match the pattern. Returns 0, or 1 after an error message.
int extractImage(const char *file, size_t offset, const char *folder, const char *pattern);

void removeTree(const char *folder);
