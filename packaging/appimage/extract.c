// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtime.h"

#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>
#include <squashfuse/util.h>

#undef _POSIX_C_SOURCE
#include <fcntl.h>
#include <fnmatch.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { pieceSize = 1 << 20 };

static bool writeFile(sqfs *image, sqfs_inode *inode, const char *path)
{
    const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 0777);
    char *piece = malloc(pieceSize);
    bool isDone = fd >= 0 && piece;
    const sqfs_off_t end = (sqfs_off_t)inode->xtra.reg.file_size;
    for (sqfs_off_t at = 0; isDone && at < end;) {
        sqfs_off_t size = pieceSize;
        isDone = sqfs_read_range(image, inode, at, &size, piece) == SQFS_OK && size > 0
            && write(fd, piece, (size_t)size) == (ssize_t)size;
        at += size;
    }
    free(piece);
    if (fd >= 0)
        close(fd);
    return isDone;
}

static bool writeLink(sqfs *image, sqfs_inode *inode, const char *path)
{
    char target[PATH_MAX];
    size_t size = sizeof target;
    return sqfs_readlink(image, inode, target, &size) == SQFS_OK && symlink(target, path) == 0;
}

static void makeParents(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0755);
        *slash = '/';
    }
}

static bool extractEntry(sqfs *image, sqfs_traverse *walk, const char *folder)
{
    sqfs_inode inode;
    char *path = NULL;
    if (sqfs_inode_get(image, &inode, sqfs_dentry_inode(&walk->entry)) != SQFS_OK
        || asprintf(&path, "%s/%s", folder, walk->path) < 0)
        return false;
    makeParents(path);
    bool isDone = true; // AppImages contain no devices and sockets.
    if (S_ISDIR(inode.base.mode))
        mkdir(path, 0755);
    else if (S_ISREG(inode.base.mode))
        isDone = writeFile(image, &inode, path);
    else if (S_ISLNK(inode.base.mode))
        isDone = writeLink(image, &inode, path);
    if (!isDone)
        fprintf(stderr, "AppImage: %s cannot be written\n", path);
    free(path);
    return isDone;
}

int extractImage(const char *file, size_t offset, const char *folder, const char *pattern)
{
    sqfs image;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    if (sqfs_open_image(&image, file, offset) != SQFS_OK
        || sqfs_traverse_open(&walk, &image, sqfs_inode_root(&image)) != SQFS_OK) {
        fprintf(stderr, "AppImage: there is no image in %s\n", file);
        return 1;
    }
    bool isDone = true;
    mkdir(folder, 0755);
    while (isDone && sqfs_traverse_next(&walk, &error)) {
        if (!walk.dir_end && (!pattern || fnmatch(pattern, walk.path, 0) == 0))
            isDone = extractEntry(&image, &walk, folder);
    }
    sqfs_traverse_close(&walk);
    return isDone && error == SQFS_OK ? 0 : 1;
}

static int removeOne(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

void removeTree(const char *folder)
{
    nftw(folder, removeOne, 32, FTW_DEPTH | FTW_PHYS);
}
