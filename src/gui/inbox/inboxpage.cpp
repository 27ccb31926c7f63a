// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/inboxpage.h"

#include "browser/openpage.h"
#include "gui/inbox/inboxdelegate.h"
#include "gui/inbox/inboxwords.h"
#include "gui/inbox/scopeoffer.h"
#include "gui/parts/labels.h"
#include "gui/parts/inlinealert.h"
#include "gui/parts/painttext.h"
#include "gui/parts/words.h"
#include "gui/parts/wrappinglabel.h"

#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr QLatin1String repo("repo");

/// GitHub's address, below which its own lists are.
QUrl siteOf(const Provider &provider)
{
    return provider.server.authorizationEndpoint.resolved(QUrl(QStringLiteral("/")));
}

bool canBeMarkedRead(const InboxRow *row)
{
    return row && (row->kind == InboxRow::Kind::Notification || row->kind == InboxRow::Kind::Repository);
}

} // namespace

InboxPage::InboxPage(Account &account, QWidget *parent)
    : Page(parent),
      m_account(account),
      m_inbox(account),
      m_model(m_inbox, siteOf(account.provider()))
{
    setObjectName(QStringLiteral("inboxPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    addBars();
    if (!mayAsk()) {
        addOffer();
        return;
    }
    addList();
    addButtons();
    connect(&m_inbox, &Inbox::changed, this, &InboxPage::showRows);
    connect(&m_inbox, &Inbox::failed, this, &InboxPage::showError);
    connect(&m_account, &Account::awoke, this, [this] {
        if (isVisible())
            refresh();
    });
}

/// A GitHub App has permissions instead of scopes, and only the server knows them.
bool InboxPage::mayAsk() const
{
    return m_account.scopes().contains(QStringLiteral("notifications")) || m_account.scopes().contains(repo)
        || m_account.provider().isGitHubApp();
}

void InboxPage::addBars()
{
    m_errorBar = new InlineAlert(this);
    m_errorBar->setObjectName(QStringLiteral("inboxErrorBar"));
    m_scopeBar = new InlineAlert(this);
    m_scopeBar->setObjectName(QStringLiteral("inboxScopeBar"));
    layout()->addWidget(m_errorBar);
    layout()->addWidget(m_scopeBar);
    if (!mayAsk() || m_account.scopes().contains(repo) || m_account.provider().isGitHubApp())
        return;
    m_scopeBar->say(words::privateLeftOut());
    m_scopeBar->offer(tr("Ask %1 for it").arg(shortened(m_account.provider().name)), [this] { Q_EMIT scopesRequested({QString(repo)}); });
}

void InboxPage::addOffer()
{
    auto *offer = new ScopeOffer(m_account.provider(), this);
    connect(offer, &ScopeOffer::scopesRequested, this, &InboxPage::scopesRequested);
    static_cast<QVBoxLayout *>(layout())->addWidget(offer, 1);
    setFocusProxy(offer);
}

void InboxPage::addList()
{
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("inboxList"));
    m_list->setAccessibleName(tr("What waits for you"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumHeight(smallestListHeight);
    m_list->setItemDelegate(new InboxDelegate(this));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setModel(&m_model);
    layout()->addWidget(m_list);
    setFocusProxy(m_list);
    connect(m_list, &QListView::activated, this, &InboxPage::openCurrent);
    connect(m_list, &QListView::customContextMenuRequested, this, &InboxPage::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &InboxPage::showCurrent);
}

void InboxPage::addButtons()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    m_status = new WrappingLabel(this);
    m_status->setObjectName(QStringLiteral("inboxStatusLabel"));
    useSecondaryText(m_status);
    row->addWidget(m_status, 1);
    m_markRead = new QPushButton(tr("&Mark as read"), this);
    m_markRead->setObjectName(QStringLiteral("markReadButton"));
    connect(m_markRead, &QPushButton::clicked, this, &InboxPage::markCurrentRead);
    row->addWidget(m_markRead);
    m_open = new QPushButton(tr("Open in the &browser"), this);
    m_open->setObjectName(QStringLiteral("openInboxButton"));
    connect(m_open, &QPushButton::clicked, this, &InboxPage::openCurrent);
    row->addWidget(m_open);
    for (QPushButton *button : {m_markRead, m_open})
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    showCurrent();
}

void InboxPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!mayAsk())
        return;
    if (!std::exchange(m_wasShown, true))
        m_inbox.readCache();
    m_inbox.setWatched(true);
    showRows();
}

void InboxPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_inbox.setWatched(false);
}

void InboxPage::refresh()
{
    if (!mayAsk() || !m_wasShown)
        return;
    m_errorBar->clear();
    m_inbox.refresh();
    showRows();
}

/// Keeps the current row, or if it is gone, selects the one in its place.
void InboxPage::showRows()
{
    Q_ASSERT(m_list);
    const int row = m_list->currentIndex().row();
    const std::optional<InboxRow> before = current() ? std::optional(*current()) : std::nullopt;
    m_model.update();
    showStatus();
    if (!before)
        return showCurrent();
    int now = std::min(row, m_model.rowCount() - 1);
    for (int candidate = 0; candidate < m_model.rowCount(); ++candidate) {
        if (m_model.at(candidate).isSame(*before))
            now = candidate;
    }
    m_list->setCurrentIndex(m_model.index(now, 0));
    showCurrent();
}

void InboxPage::showStatus()
{
    const auto unread = m_inbox.unread();
    if (!unread)
        return m_status->setText(m_inbox.isAsking() ? tr("Asking %1…").arg(m_account.provider().name) : QString());
    const QString number = QLocale().toString(unread->size());
    const QString count = m_inbox.hasMoreUnread() ? tr("More than %1 unread notifications").arg(number)
        : unread->size() == 1                     ? tr("1 unread notification")
                                                  : tr("%1 unread notifications").arg(number);
    constexpr qint64 oldAge = 300; // Seconds.
    const bool isOld = m_inbox.asOf().secsTo(m_account.now()) >= oldAge;
    m_status->setText(isOld ? tr("%1, as of %2").arg(count, words::age(m_inbox.asOf(), m_account.now())) : count);
}

void InboxPage::showError(const Error &error)
{
    m_errorBar->warn(words::resourceError(error, m_account.provider()), error.page, [this] { refresh(); });
}

const InboxRow *InboxPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model.at(index.row()) : nullptr;
}

void InboxPage::showCurrent()
{
    m_markRead->setEnabled(canBeMarkedRead(current()));
    m_open->setEnabled(current() && !current()->page.isEmpty());
}

void InboxPage::openCurrent()
{
    if (current() && !current()->page.isEmpty())
        openPage(current()->page, this);
}

void InboxPage::markCurrentRead()
{
    const InboxRow *row = current();
    if (!canBeMarkedRead(row))
        return;
    m_errorBar->clear();
    if (row->kind == InboxRow::Kind::Repository)
        m_inbox.markRepositoryRead(QString(row->repository));
    else
        m_inbox.markThreadRead(QString(row->thread));
}

void InboxPage::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_open->text(), this, &InboxPage::openCurrent)->setEnabled(m_open->isEnabled());
    menu->addAction(m_markRead->text(), this, &InboxPage::markCurrentRead)->setEnabled(m_markRead->isEnabled());
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

#include "moc_inboxpage.cpp"
