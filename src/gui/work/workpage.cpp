// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/work/workpage.h"

#include "browser/openpage.h"
#include "gui/parts/emptystate.h"
#include "gui/parts/inlinealert.h"
#include "gui/words/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVBoxLayout>

namespace {

QString nameOf(WorkKind kind)
{
    return kind == WorkKind::Issues ? QStringLiteral("issues") : QStringLiteral("pullRequests");
}

} // namespace

QList<RowAction> pageActions(const QUrl &page, const QString &server, const std::function<void(const QString &text)> &copy, QWidget *asker)
{
    if (page.isEmpty())
        return {};
    const auto tr = [](const char *text) { return QCoreApplication::translate("WorkPage", text); };
    return {{QStringLiteral("openAction"), look::Glyph::OpenOutside, tr("Open on %1").arg(server), QKeySequence(Qt::Key_O), [page, asker] { openPage(page, asker); }},
            {QStringLiteral("copyLinkAction"), look::Glyph::Link, tr("Copy link"), QKeySequence(Qt::Key_C), [page, copy] { copy(page.toString(QUrl::FullyEncoded)); }}};
}

WorkPage::WorkPage(WorkSource &source, WorkKind kind, Account &account, QWidget *parent)
    : ListPage(nameOf(kind), source.provider().name, parent), m_source(source), m_kind(kind), m_rows(source, kind), m_scopeAlert(new InlineAlert(this))
{
    setObjectName(nameOf(kind) + QStringLiteral("Page"));
    m_rows.setLogin(account.identity().login);
    list().setAccessibleName(title());
    list().setRows(m_rows);
    list().setActions([this](int row) { return actionsOf(row); });
    addScopeAlert();
    connect(&source, &WorkSource::changed, this, &WorkPage::showRows);
    connect(&source, &WorkSource::succeeded, this, [this] { alert().clear(); });
    connect(&source, &WorkSource::failed, this, [this](const Error &error) {
        alert().warn(words::resourceError(error, m_source.provider()), error.page, [this] { refresh(); });
    });
    connect(&account, &Account::identityChanged, this, [this, &account] {
        m_rows.setLogin(account.identity().login);
        showRows();
    });
    source.readCache();
    showRows();
}

void WorkPage::addScopeAlert()
{
    m_scopeAlert->setObjectName(nameOf(m_kind) + QStringLiteral("ScopeBar"));
    controls().addWidget(m_scopeAlert);
    if (m_source.includesPrivate())
        return;
    m_scopeAlert->say(tr("Private repositories are left out."));
    m_scopeAlert->offer(tr("Add access"), [this] { Q_EMIT scopesRequested({QStringLiteral("repo")}); });
    m_scopeAlert->setDismissible(true);
}

QString WorkPage::title() const
{
    return m_kind == WorkKind::Issues ? tr("Issues") : tr("Pull requests");
}

QString WorkPage::subtitle() const
{
    const auto total = m_rows.total();
    return total ? tr("%1 open").arg(QLocale().toString(*total)) : QString();
}

std::optional<int> WorkPage::count() const
{
    const auto total = m_rows.total();
    return total ? std::optional(int(*total)) : std::nullopt;
}

QDateTime WorkPage::receivedAt() const
{
    return m_source.work() ? m_source.work()->at : QDateTime();
}

void WorkPage::refresh()
{
    m_source.refresh();
}

void WorkPage::showEvent(QShowEvent *event)
{
    ListPage::showEvent(event);
    m_source.setWatched(this, true);
    showRows();
}

void WorkPage::hideEvent(QHideEvent *event)
{
    ListPage::hideEvent(event);
    m_source.setWatched(this, false);
}

void WorkPage::showRows()
{
    m_rows.update();
    showContent();
}

void WorkPage::explainNoRows()
{
    const QString &server = m_source.provider().name;
    const bool isIssues = m_kind == WorkKind::Issues;
    empty().say(isIssues ? look::Glyph::Issue : look::Glyph::PullRequest, isIssues ? tr("No open issues") : tr("No open pull requests"),
                isIssues ? tr("Issues that are assigned to you are listed here.")
                         : tr("Yours, and those that wait for your review, are listed here."));
    empty().offer(tr("Open %1").arg(server), [this, isIssues] {
        openPage(m_source.provider().site().resolved(QUrl(isIssues ? QStringLiteral("/issues") : QStringLiteral("/pulls"))), this);
    });
}

QList<RowAction> WorkPage::actionsOf(int row)
{
    const github::WorkItem *item = m_rows.itemAt(row);
    return item ? pageActions(item->page, m_source.provider().name, [this](const QString &text) { copy(text, tr("Link copied")); }, this)
                : QList<RowAction>();
}

#include "moc_workpage.cpp"
