// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/report.h"

#include "diagnosis/translate.h"
#include "journal/redaction.h"
#include "result/printabletext.h"

#include <QDir>

namespace diagnosis {

namespace {

/// The path of the home folder contains the person's name.
QString withoutHome(QString text)
{
    const QString home = QDir::homePath();
    return home.size() > 1 ? text.replace(home, QStringLiteral("~")) : text;
}

} // namespace

QString stateWord(State state)
{
    switch (state) {
    case State::Pending: return tr("…");
    case State::Ok: return tr("ok");
    case State::Warning: return tr("warning");
    case State::Failed: return tr("failed");
    case State::Skipped: return tr("skipped");
    }
    return {};
}

QString reportText(const Provider &provider, const QList<Check> &checks)
{
    constexpr qsizetype stateWidth = 9;
    QString text = tr("Diagnosis of Latchkey with %1 (%2)\n\n").arg(printableText(provider.name), provider.host());
    for (const auto &[name, finding] : checks) {
        const QString state = stateWord(finding.state).leftJustified(stateWidth);
        text += state + printableText(QStringLiteral("%1: %2").arg(name, finding.sentence)) + QLatin1Char('\n');
        if (!finding.advice.isEmpty())
            text += QString(stateWidth, QLatin1Char(' ')) + QStringLiteral("→ %1\n").arg(printableText(finding.advice));
    }
    return journal::redacted(withoutHome(text));
}

} // namespace diagnosis
