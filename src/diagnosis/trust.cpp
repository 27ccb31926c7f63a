// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/trust.h"

#include "diagnosis/translate.h"

#include <QStringList>

namespace diagnosis {

Finding trustFinding(const http::Trust &trust)
{
    if (trust.sources.isEmpty())
        return {State::Ok, tr("Those of the system.")};
    QStringList variables;
    QStringList problems;
    qsizetype count = 0;
    for (const http::TrustSource &source : trust.sources) {
        variables.append(QString::fromLatin1(source.variable));
        if (const QString problem = http::problemOf(source); !problem.isEmpty())
            problems.append(problem);
        else
            count += source.count;
    }
    const QString names = variables.join(tr(" and "));
    if (!problems.isEmpty() && !trust.isSystemUsed && count == 0)
        return {State::Failed, tr("%1. No server is trusted.").arg(problems.join(QStringLiteral("; "))),
                tr("Correct or unset %1.").arg(names)};
    if (!problems.isEmpty() && !trust.isSystemUsed)
        return {State::Warning, tr("%1. The certificates of the system are not used.").arg(problems.join(QStringLiteral("; "))),
                tr("Correct or unset %1.").arg(names)};
    if (!problems.isEmpty())
        return {State::Warning, problems.join(QStringLiteral("; ")), tr("Correct or unset %1.").arg(names)};
    const QString sentence = trust.isSystemUsed ? tr("Those of the system, and %1 of %2.")
                                                : tr("Not those of the system, but %1 of %2.");
    return {State::Ok, sentence.arg(count).arg(names),
            tr("The login view does not use %1: at a server that needs it, sign in with your browser.").arg(names)};
}

} // namespace diagnosis
