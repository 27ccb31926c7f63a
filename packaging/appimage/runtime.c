// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The beginning of an AppImage (type 2): an ELF program, followed by a squashfs image. It mounts the image and becomes the
// program in it. If it cannot mount, it extracts the image, runs the program and removes what it has extracted.

#include "runtime.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t runningChild;

_Noreturn void fail(const char *what)
{
    fprintf(stderr, "AppImage: %s: %s\n", what, errno ? strerror(errno) : "not possible");
    exit(127);
}

// The image follows the section headers, which are at the end of the ELF file.
static size_t imageOffset(const char *file)
{
    Elf64_Ehdr header;
    const int fd = open(file, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || read(fd, &header, sizeof header) != (ssize_t)sizeof header)
        fail(file);
    close(fd);
    return header.e_shoff + (size_t)header.e_shentsize * header.e_shnum;
}

char *privateFolder(const char *prefix)
{
    const char *parent = getenv("TMPDIR");
    char *folder = NULL;
    if (asprintf(&folder, "%s/%sXXXXXX", parent && *parent ? parent : "/tmp", prefix) < 0 || !mkdtemp(folder))
        fail("no temporary folder");
    return folder;
}

static void setEnvironment(const char *file, const char *folder, const char *argv0)
{
    char current[PATH_MAX];
    setenv("APPIMAGE", file, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", argv0, 1);
    if (getcwd(current, sizeof current))
        setenv("OWD", current, 1);
}

static _Noreturn void become(const char *folder, char **argv)
{
    char *program = NULL;
    if (asprintf(&program, "%s/AppRun", folder) < 0)
        fail("out of memory");
    execv(program, argv);
    fail(program);
}

static void passOn(int signal)
{
    if (runningChild > 0)
        kill(runningChild, signal);
}

static int extractAndRun(const char *file, size_t offset, char **argv)
{
    char *folder = privateFolder("appimage_extracted_");
    if (extractImage(file, offset, folder, NULL) != 0) {
        removeTree(folder);
        fail("the image cannot be extracted");
    }
    setEnvironment(file, folder, argv[0]);
    runningChild = fork();
    if (runningChild == 0)
        become(folder, argv);
    const int signals[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; ++i)
        signal(signals[i], passOn);
    int status = 127 << 8;
    while (waitpid(runningChild, &status, 0) < 0 && errno == EINTR)
        continue;
    if (!getenv("NO_CLEANUP"))
        removeTree(folder);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int mountUntilAsked(const char *file, size_t offset)
{
    char *folder = privateFolder(".mount_");
    // The mount lasts as long as this process.
    if (!mountImage(file, offset, folder))
        fail("the image cannot be mounted");
    puts(folder);
    fflush(stdout);
    pause();
    return 0;
}

static int help(void)
{
    puts("Options of the AppImage itself; all others go to the program in it:\n"
         "  --appimage-extract [PATTERN]  extracts it, or the files that match, to ./squashfs-root\n"
         "  --appimage-extract-and-run …  runs it without mounting it, as does APPIMAGE_EXTRACT_AND_RUN=1\n"
         "  --appimage-mount              mounts it, says where, and waits for its end\n"
         "  --appimage-offset             says where the image begins\n"
         "  --appimage-version            says what this runtime is\n"
         "  --appimage-help               shows this");
    return 0;
}

int main(int argc, char *argv[])
{
    const char *given = getenv("TARGET_APPIMAGE");
    char *file = realpath(given ? given : "/proc/self/exe", NULL);
    if (!file)
        fail("this file cannot be found");
    const size_t offset = imageOffset(file);
    const char *option = argc > 1 && strncmp(argv[1], "--appimage-", 11) == 0 ? argv[1] + 11 : "";

    if (strcmp(option, "help") == 0)
        return help();
    if (strcmp(option, "version") == 0)
        return puts("Latchkey's AppImage runtime, type 2") < 0;
    if (strcmp(option, "offset") == 0)
        return printf("%zu\n", offset) < 0;
    if (strcmp(option, "extract") == 0)
        return extractImage(file, offset, "squashfs-root", argv[2]);
    if (strcmp(option, "mount") == 0)
        return mountUntilAsked(file, offset);
    if (strcmp(option, "extract-and-run") == 0) {
        argv[1] = argv[0];
        return extractAndRun(file, offset, argv + 1);
    }
    if (*option) {
        fprintf(stderr, "AppImage: there is no option %s; see --appimage-help\n", argv[1]);
        return 2;
    }
    if (getenv("APPIMAGE_EXTRACT_AND_RUN"))
        return extractAndRun(file, offset, argv);
    char *folder = privateFolder(".mount_");
    if (!mountImage(file, offset, folder)) {
        rmdir(folder);
        return extractAndRun(file, offset, argv);
    }
    setEnvironment(file, folder, argv[0]);
    become(folder, argv);
}
