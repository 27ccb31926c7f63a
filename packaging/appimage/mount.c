// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtime.h"

#include <squashfuse/ll.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct fuse_lowlevel_ops operations = {
    .getattr = sqfs_ll_op_getattr,
    .opendir = sqfs_ll_op_opendir,
    .releasedir = sqfs_ll_op_releasedir,
    .readdir = sqfs_ll_op_readdir,
    .lookup = sqfs_ll_op_lookup,
    .open = sqfs_ll_op_open,
    .create = sqfs_ll_op_create,
    .release = sqfs_ll_op_release,
    .read = sqfs_ll_op_read,
    .readlink = sqfs_ll_op_readlink,
    .listxattr = sqfs_ll_op_listxattr,
    .getxattr = sqfs_ll_op_getxattr,
    .forget = sqfs_ll_op_forget,
    .statfs = stfs_ll_op_statfs,
};

// Without FUSE, the image is extracted instead. That is no error to report.
static void beSilent(void)
{
    const int nothing = open("/dev/null", O_RDWR);
    for (int fd = 0; fd < 3; ++fd)
        dup2(nothing, fd);
}

// Answers the kernel until the process `user` has ended.
static void serve(struct fuse_session *session, int user)
{
    struct fuse_buf request = {0};
    struct pollfd sources[] = {{fuse_session_fd(session), POLLIN, 0}, {user, POLLIN, 0}};
    while (!fuse_session_exited(session)) {
        if (poll(sources, 2, -1) < 0)
            continue;
        if (sources[1].revents)
            break;
        const int size = fuse_session_receive_buf(session, &request);
        if (size == -EINTR || size == -EAGAIN)
            continue;
        if (size <= 0)
            break;
        fuse_session_process_buf(session, &request);
    }
    free(request.mem);
}

static _Noreturn void runServer(const char *file, size_t offset, const char *folder, int user, int ready)
{
    setsid();
    beSilent();
    const int signals[] = {SIGHUP, SIGINT, SIGTERM, SIGPIPE};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; ++i)
        signal(signals[i], SIG_IGN);
    char *options[] = {(char *)"latchkey", (char *)"-oro,nodev,nosuid", NULL};
    struct fuse_args arguments = FUSE_ARGS_INIT(2, options);
    sqfs_ll *image = sqfs_ll_open(file, offset);
    struct fuse_session *session = image ? fuse_session_new(&arguments, &operations, sizeof operations, image) : NULL;
    if (!session || fuse_session_mount(session, folder) != 0)
        _exit(1);
    if (chdir("/") != 0 || write(ready, "m", 1) != 1)
        _exit(1);
    close(ready);
    serve(session, user);
    // Lazily: a child of the program may still use open files.
    fuse_session_unmount(session);
    rmdir(folder);
    _exit(0);
}

bool mountImage(const char *file, size_t offset, const char *folder)
{
    // exec() does not change the process.
    const int user = (int)syscall(SYS_pidfd_open, getpid(), 0);
    int ready[2];
    if (user < 0 || pipe2(ready, O_CLOEXEC) != 0)
        return false;
    const pid_t child = fork();
    if (child < 0)
        return false;
    if (child == 0) {
        // A second fork, so that the program has no child that it did not start.
        close(ready[0]);
        if (fork() == 0)
            runServer(file, offset, folder, user, ready[1]);
        _exit(0);
    }
    close(ready[1]);
    waitpid(child, NULL, 0);
    char mark;
    const bool isMounted = read(ready[0], &mark, 1) == 1;
    close(ready[0]);
    close(user);
    return isMounted;
}
