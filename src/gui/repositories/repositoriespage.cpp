// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/repositories/repositoriespage.h"

#include "browser/openpage.h"
#include "gui/parts/emptystate.h"
#include "gui/parts/inlinealert.h"
#include "gui/repositories/repositorycontrols.h"
#include "gui/repositories/repositorywords.h"
#include "gui/words/words.h"
#include "session/account.h"

#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

namespace {

QString nameOf(github::RepositoryList list)
{
    return list == github::RepositoryList::Starred ? QStringLiteral("starred") : QStringLiteral("repository");
}

} // namespace

RepositoriesPage::RepositoriesPage(Account &account, github::RepositoryList list, QWidget *parent)
    : ListPage(nameOf(list), account.provider().name, parent),
      m_provider(account.provider()),
      m_list(list),
      m_memory(account.viewFile()),
      m_rows(account.resources(), account.provider().apiBaseUrl, list, [&account] { return account.now(); }),
      m_afterLimit(SessionOptions{.clock = [&account] { return account.now(); }})
{
    setObjectName(isStarred() ? QStringLiteral("starredPage") : QStringLiteral("repositoriesPage"));
    this->list().setAccessibleName(title());
    this->list().setUniformItemSizes(true);
    this->list().setRows(m_rows);
    this->list().setActions([this](int row) { return actionsOf(row); });
    addControls();
    connectRows(account);
    restore();
    showRows();
}

RepositoriesPage::~RepositoriesPage()
{
    if (wasShown())
        remember();
}

void RepositoriesPage::connectRows(Account &account)
{
    m_rows.setLogin(account.identity().login);
    connect(&m_rows, &RepositoryRows::replaced, this, [this] {
        m_chooser->setLanguages(m_rows.languages());
        showRows();
    });
    connect(&m_rows.pages(), &PagedListState::loadingChanged, this, &RepositoriesPage::noteLoading);
    connect(&m_afterLimit, &RetryTimer::due, this, &RepositoriesPage::askForFailed);
    connect(&account, &Account::awoke, &m_afterLimit, &RetryTimer::wake);
    connect(&account, &Account::identityChanged, this, [this, &account] { m_rows.setLogin(account.identity().login); });
}

void RepositoriesPage::addControls()
{
    m_chooser = new RepositoryControls(nameOf(m_list), m_list, this);
    controls().addWidget(m_chooser);
    setTabOrder(m_chooser, &list());
    connect(m_chooser, &RepositoryControls::changed, this, &RepositoriesPage::choose);
    connect(m_chooser, &RepositoryControls::listRequested, this, [this] {
        if (!list().viewport()->rect().contains(list().visualRect(list().currentIndex()).center()))
            list().goToFirst();
        list().setFocus(Qt::ShortcutFocusReason);
    });
    connect(&list(), &RowList::leftAtTop, this, &RepositoriesPage::focusSearch);
}

QString RepositoriesPage::title() const
{
    return isStarred() ? tr("Starred") : tr("Repositories");
}

/// "30", "3 of 30".
QString RepositoriesPage::subtitle() const
{
    const QLocale locale;
    const int shown = m_rows.rowCount();
    if (m_rows.total() == 0)
        return {};
    if (m_rows.choice().isFiltering())
        return tr("%1 of %2").arg(locale.toString(shown), locale.toString(m_rows.total()));
    return locale.toString(m_rows.total());
}

bool RepositoriesPage::focusSearch()
{
    m_chooser->search()->setFocus(Qt::ShortcutFocusReason);
    m_chooser->search()->selectAll();
    return true;
}

void RepositoriesPage::showEvent(QShowEvent *event)
{
    const bool isFirst = !wasShown();
    ListPage::showEvent(event);
    if (!isFirst)
        return;
    m_rows.pages().readCached();
    refresh();
}

void RepositoriesPage::hideEvent(QHideEvent *event)
{
    ListPage::hideEvent(event);
    if (wasShown())
        remember();
}

void RepositoriesPage::refresh()
{
    if (wasShown())
        m_rows.pages().refresh();
}

void RepositoriesPage::askForFailed()
{
    m_rows.pages().askForFailed();
}

void RepositoriesPage::noteLoading()
{
    const PagedListState &pages = m_rows.pages();
    if (pages.error())
        m_afterLimit.waitOutLimit(*pages.error()); // As the sentence about it promises.
    else if (!pages.isLoading())
        m_receivedAt = m_rows.now();
    showError();
    showRows();
}

void RepositoriesPage::choose()
{
    m_rows.choose(m_chooser->choice());
    list().scrollToTop();
    remember();
    showRows();
}

void RepositoriesPage::showRows()
{
    showContent();
    if (m_scrollWanted > 0 && m_rows.rowCount() > 0) {
        list().doItemsLayout();
        list().verticalScrollBar()->setValue(std::exchange(m_scrollWanted, 0));
    }
}

bool RepositoriesPage::isKnown() const
{
    return m_rows.total() > 0 || m_receivedAt.isValid();
}

void RepositoriesPage::explainNoRows()
{
    if (m_rows.total() > 0) {
        empty().say(look::Glyph::Search, tr("No matches"), tr("No repository matches the search and the filters."));
        return empty().offer(tr("Clear filters"), [this] { m_chooser->clearFilters(); });
    }
    if (isStarred()) {
        empty().say(look::Glyph::Star, tr("No stars yet"), tr("Repositories that you star on %1 are listed here.").arg(m_provider.name));
        return empty().offer(tr("Explore %1").arg(m_provider.name), [this] { openPage(m_provider.site().resolved(QUrl(QStringLiteral("/explore"))), this); });
    }
    empty().say(look::Glyph::Repository, tr("No repositories yet"), tr("Repositories that you create or join are listed here."));
    empty().offer(tr("New repository"), [this] { openPage(m_provider.site().resolved(QUrl(QStringLiteral("/new"))), this); });
}

void RepositoriesPage::showError()
{
    const PagedListState &pages = m_rows.pages();
    if (pages.error())
        return alert().warn(errorText(), pages.error()->page, [this] { askForFailed(); });
    QStringList notes;
    if (pages.isCutOff() && !pages.isLoading())
        notes.append(tr("Only the first %1 pages are loaded.").arg(QLocale().toString(pages.pageCount())));
    if (pages.unreadableCount() == 1)
        notes.append(tr("One repository is unreadable."));
    else if (pages.unreadableCount() > 1)
        notes.append(tr("%1 repositories are unreadable.").arg(QLocale().toString(pages.unreadableCount())));
    if (notes.isEmpty())
        return alert().clear();
    alert().say(notes.join(QLatin1Char(' ')), InlineAlert::Tone::Attention);
}

QString RepositoriesPage::errorText() const
{
    const PagedListState &pages = m_rows.pages();
    const QString reason = words::resourceError(*pages.error(), m_provider);
    if (pages.failedPages().isEmpty())
        return reason;
    const bool isMissing = !pages.missingPages().isEmpty();
    const QList<int> &failed = isMissing ? pages.missingPages() : pages.failedPages();
    const QString happened = isMissing           ? tr("%1 could not be loaded. %2")
                             : failed.size() == 1 ? tr("%1 is from an earlier visit. %2")
                                                  : tr("%1 are from an earlier visit. %2");
    return happened.arg(words::pagesOf(failed, pages.pageCount()), reason);
}

/// Those whose text the server did not send are left out.
QList<RowAction> RepositoriesPage::actionsOf(int row)
{
    const github::Repository &repository = m_rows.at(row);
    const words::CloneCommand clone = words::cloneCommand(repository);
    QList<RowAction> actions{{QStringLiteral("openAction"), look::Glyph::OpenOutside, tr("Open on %1").arg(m_provider.name),
                              QKeySequence(Qt::Key_O), [this, page = repository.page] { openPage(page, this); }}};
    const auto addCopy = [&](const char *name, look::Glyph glyph, const QString &text, const QKeySequence &key, const QString &copied, bool isOnRow) {
        if (!copied.isEmpty())
            actions.append({QLatin1String(name), glyph, text, key, [this, copied] { copy(copied, tr("Copied “%1”").arg(copied)); }, isOnRow});
    };
    addCopy("copyHttpsAction", look::Glyph::Copy, tr("Copy HTTPS address"), QKeySequence(Qt::Key_H), repository.httpsCloneUrl, true);
    addCopy("copySshAction", look::Glyph::Key, tr("Copy SSH address"), QKeySequence(Qt::Key_S), repository.sshCloneUrl, true);
    addCopy("copyGhCloneAction", look::Glyph::Terminal, tr("Copy “gh repo clone”"), QKeySequence(Qt::Key_G), clone.gitHubCli, true);
    addCopy("copyGitCloneAction", look::Glyph::Terminal, tr("Copy “git clone”"), QKeySequence(Qt::SHIFT | Qt::Key_G), clone.git, false);
    addCopy("copyLinkAction", look::Glyph::Link, tr("Copy link"), QKeySequence(Qt::Key_C), repository.page.toString(QUrl::FullyEncoded), false);
    return actions;
}

void RepositoriesPage::remember()
{
    QJsonObject values = m_chooser->toJson();
    values.insert(QStringLiteral("scroll"), m_scrollWanted > 0 ? m_scrollWanted : list().verticalScrollBar()->value());
    m_memory.setPage(nameOf(m_list), values);
}

void RepositoriesPage::restore()
{
    const QJsonObject values = m_memory.page(nameOf(m_list));
    m_chooser->restore(values);
    m_rows.choose(m_chooser->choice());
    m_scrollWanted = std::max(0, values[u"scroll"].toInt());
}

#include "moc_repositoriespage.cpp"
