// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/repositories/repositorywords.h"

#include "github/languages.h"
#include "gui/words/numbers.h"
#include "gui/words/translate.h"

#include <QRegularExpression>

namespace words {

namespace {

bool clonesBySshNow = false;

/// Names come from the server, and land in a shell: nothing but what a name may have there (quotes would differ by shell).
bool isPlain(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9@:/._~-]+\\z"));
    return plain.match(text).hasMatch() && !text.startsWith(QLatin1Char('-'));
}

} // namespace

QList<RowPill> repositoryPills(const github::Repository &repository)
{
    QList<RowPill> pills;
    if (repository.isPrivate)
        pills.append({tr("Private"), &look::Colors::secondaryText});
    if (repository.isArchived)
        pills.append({tr("Archived"), &look::Colors::attention});
    if (repository.isFork)
        pills.append({tr("Fork"), &look::Colors::secondaryText});
    return pills;
}

QList<RowFigure> repositoryFigures(const github::Repository &repository)
{
    QList<RowFigure> figures;
    if (!repository.language.isEmpty())
        figures.append({.text = repository.language, .words = repository.language, .dot = github::languageColor(repository.language)});
    if (repository.stars > 0)
        figures.append({.text = shortCount(repository.stars), .words = stars(repository.stars), .glyph = look::Glyph::Star});
    if (repository.forks > 0)
        figures.append({.text = shortCount(repository.forks), .words = forks(repository.forks), .glyph = look::Glyph::Fork});
    return figures;
}

void setClonesBySsh(bool clonesBySsh)
{
    clonesBySshNow = clonesBySsh;
}

QString cloneAddress(const github::Repository &repository)
{
    return clonesBySshNow && !repository.sshCloneUrl.isEmpty() ? repository.sshCloneUrl : repository.httpsCloneUrl;
}

CloneCommand cloneCommand(const github::Repository &repository)
{
    CloneCommand command;
    const QString host = repository.page.authority();
    const bool isGitHub = host == QLatin1String("github.com");
    const QString name = isGitHub ? repository.fullName() : host + QLatin1Char('/') + repository.fullName();
    if (isPlain(name))
        command.gitHubCli = QStringLiteral("gh repo clone ") + name;
    if (const QString address = cloneAddress(repository); isPlain(address))
        command.git = QStringLiteral("git clone ") + address;
    return command;
}

} // namespace words
