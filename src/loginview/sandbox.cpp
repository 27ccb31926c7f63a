// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/sandbox.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

bool hasUserNamespaces()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(unshare(CLONE_NEWUSER) == 0 ? 0 : 1);
    int status = 1;
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

} // namespace

QString sandboxError()
{
    if (qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"))
        return {};
    if (geteuid() == 0)
        return QStringLiteral("root_without_sandbox");
    return hasUserNamespaces() ? QString() : QStringLiteral("no_user_namespaces");
}

void endWithParent()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

#else

QString sandboxError()
{
    return {};
}

void endWithParent() {}

#endif
