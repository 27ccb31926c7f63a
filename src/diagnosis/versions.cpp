// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/versions.h"

#include "diagnosis/translate.h"

#include <QSysInfo>

namespace diagnosis {

namespace {

QString variable(const char *name, const QString &otherwise)
{
    return qEnvironmentVariableIsEmpty(name) ? otherwise : qEnvironmentVariable(name);
}

} // namespace

Finding versionsFinding(const QString &display)
{
    return {State::Ok,
            tr("Latchkey %1, Qt %2; %3 (%4 %5, %6); desktop %7; display %8.")
                .arg(QStringLiteral(LATCHKEY_VERSION), QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
                     QSysInfo::kernelType(), QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture(),
                     variable("XDG_CURRENT_DESKTOP", tr("not known")),
                     display.isEmpty() ? variable("XDG_SESSION_TYPE", tr("none")) : display)};
}

} // namespace diagnosis
