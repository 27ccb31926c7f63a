// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/foryoupage.h"

#include "gui/inbox/foryoudelegate.h"
#include "gui/inbox/foryouwords.h"
#include "gui/parts/labels.h"
#include "gui/parts/noticebar.h"
#include "gui/inbox/scopeoffer.h"
#include "gui/parts/words.h"

#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr QLatin1String repo("repo");

/// Where GitHub's own lists are.
QUrl siteOf(const Provider &provider)
{
    return provider.server.authorizationEndpoint.resolved(QUrl(QStringLiteral("/")));
}

bool canBeMarkedRead(const ForYouRow *row)
{
    return row && (row->kind == ForYouRow::Kind::Notification || row->kind == ForYouRow::Kind::Repository);
}

} // namespace

ForYouPage::ForYouPage(Account &account, std::function<bool(const QUrl &)> openUrl, Clock clock, QWidget *parent)
    : QWidget(parent),
      m_account(account),
      m_openUrl(std::move(openUrl)),
      m_clock(std::move(clock)),
      m_forYou(account, m_clock),
      m_model(m_forYou, siteOf(account.provider()), m_clock)
{
    setObjectName(QStringLiteral("forYouPage"));
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
    connect(&m_forYou, &ForYou::changed, this, &ForYouPage::showRows);
    connect(&m_forYou, &ForYou::failed, this, &ForYouPage::showTrouble);
    connect(&m_account, &Account::awoke, this, [this] {
        if (isVisible())
            refresh();
    });
}

/// A GitHub App has permissions in place of scopes, and only the server knows them.
bool ForYouPage::mayAsk() const
{
    return m_account.scopes().contains(QStringLiteral("notifications")) || m_account.scopes().contains(repo)
        || m_account.provider().isGitHubApp();
}

void ForYouPage::addBars()
{
    m_troubleBar = new NoticeBar(this);
    m_troubleBar->setObjectName(QStringLiteral("forYouTroubleBar"));
    m_scopeBar = new NoticeBar(this);
    m_scopeBar->setObjectName(QStringLiteral("forYouScopeBar"));
    layout()->addWidget(m_troubleBar);
    layout()->addWidget(m_scopeBar);
    if (!mayAsk() || m_account.scopes().contains(repo) || m_account.provider().isGitHubApp())
        return;
    m_scopeBar->say(words::privateLeftOut());
    m_scopeBar->offer(tr("Ask %1 for it").arg(m_account.provider().name), [this] { Q_EMIT scopesRequested({QString(repo)}); });
}

void ForYouPage::addOffer()
{
    auto *offer = new ScopeOffer(m_account.provider(), this);
    connect(offer, &ScopeOffer::scopesRequested, this, &ForYouPage::scopesRequested);
    static_cast<QVBoxLayout *>(layout())->addWidget(offer, 1);
    setFocusProxy(offer);
}

void ForYouPage::addList()
{
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("forYouList"));
    m_list->setAccessibleName(tr("What waits for you"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new ForYouDelegate(this));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setModel(&m_model);
    layout()->addWidget(m_list);
    setFocusProxy(m_list);
    connect(m_list, &QListView::activated, this, &ForYouPage::openCurrent);
    connect(m_list, &QListView::customContextMenuRequested, this, &ForYouPage::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ForYouPage::showCurrent);
}

void ForYouPage::addButtons()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(18, 8, 18, 8);
    row->setSpacing(8);
    m_status = new QLabel(this);
    m_status->setObjectName(QStringLiteral("forYouStatusLabel"));
    quieten(m_status);
    row->addWidget(m_status, 1);
    m_markRead = new QPushButton(tr("&Mark as read"), this);
    m_markRead->setObjectName(QStringLiteral("markReadButton"));
    connect(m_markRead, &QPushButton::clicked, this, &ForYouPage::markCurrentRead);
    row->addWidget(m_markRead);
    m_open = new QPushButton(tr("Open in the &browser"), this);
    m_open->setObjectName(QStringLiteral("openWaitingButton"));
    connect(m_open, &QPushButton::clicked, this, &ForYouPage::openCurrent);
    row->addWidget(m_open);
    for (QPushButton *button : {m_markRead, m_open})
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    showCurrent();
}

void ForYouPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!mayAsk())
        return;
    if (!std::exchange(m_wasShown, true))
        m_forYou.showCached();
    m_forYou.setWatched(true);
    showRows();
}

void ForYouPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_forYou.setWatched(false);
}

void ForYouPage::refresh()
{
    if (!mayAsk() || !m_wasShown)
        return;
    m_troubleBar->clear();
    m_forYou.refresh();
    showRows();
}

/// The row that was current stays it, or what has taken its place.
void ForYouPage::showRows()
{
    const int row = m_list->currentIndex().row();
    const std::optional<ForYouRow> before = current() ? std::optional(*current()) : std::nullopt;
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

void ForYouPage::showStatus()
{
    const auto unread = m_forYou.unread();
    if (!unread)
        return m_status->setText(m_forYou.isAsking() ? tr("Asking %1…").arg(m_account.provider().name) : QString());
    const QString count = unread->size() == 1 ? tr("1 unread notification")
                                              : tr("%1 unread notifications").arg(QLocale().toString(unread->size()));
    constexpr qint64 oldAge = 300; // Seconds. Before that, it is what there is now.
    const bool isOld = m_forYou.asOf().secsTo(m_clock()) >= oldAge;
    m_status->setText(isOld ? tr("%1, as of %2").arg(count, words::age(m_forYou.asOf(), m_clock())) : count);
}

void ForYouPage::showTrouble(const Error &error)
{
    m_troubleBar->warn(words::forYouTrouble(error, m_account.provider()), error.page, m_openUrl, [this] { refresh(); });
}

const ForYouRow *ForYouPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model.at(index.row()) : nullptr;
}

void ForYouPage::showCurrent()
{
    m_markRead->setEnabled(canBeMarkedRead(current()));
    m_open->setEnabled(current() && !current()->page.isEmpty());
}

void ForYouPage::openCurrent() const
{
    if (current() && !current()->page.isEmpty())
        m_openUrl(current()->page);
}

void ForYouPage::markCurrentRead()
{
    const ForYouRow *row = current();
    if (!canBeMarkedRead(row))
        return;
    m_troubleBar->clear();
    if (row->kind == ForYouRow::Kind::Repository)
        m_forYou.markRepositoryRead(QString(row->repository));
    else
        m_forYou.markThreadRead(QString(row->thread));
}

void ForYouPage::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_open->text(), this, &ForYouPage::openCurrent)->setEnabled(m_open->isEnabled());
    menu->addAction(m_markRead->text(), this, &ForYouPage::markCurrentRead)->setEnabled(m_markRead->isEnabled());
    menu->popup(m_list->viewport()->mapToGlobal(position));
}
