// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/settingswindow.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/parts/pagealert.h"
#include "gui/settings/accountspage.h"
#include "gui/settings/appearancepage.h"
#include "gui/settings/generalpage.h"
#include "gui/settings/networkpage.h"
#include "gui/settings/sectionlist.h"
#include "gui/sidebar/sidebarrow.h"
#include "gui/windows/firstsize.h"
#include "gui/windows/secondwindow.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>

namespace {

constexpr QSize usualSize(760, 560);
constexpr QSize smallestSize(320, 240);
constexpr int sectionsWidth = 184;
constexpr int narrow = 620; ///< Below, the sections are above the page.

} // namespace

SettingsWindow::SettingsWindow(Preferences &preferences, diagnosis::ProxyLookup lookUp)
    : m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_sections(new SectionList),
      m_pages(new QStackedWidget),
      m_alert(new PageAlert(this)),
      m_appearance(new AppearancePage(preferences)),
      m_accounts(new AccountsPage),
      m_network(new NetworkPage(std::move(lookUp)))
{
    setObjectName(QStringLiteral("SettingsWindow"));
    setWindowTitle(tr("Settings — Latchkey"));
    makeSecondWindow(*this);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_layout->addWidget(m_sections);
    auto *content = new QVBoxLayout;
    content->addWidget(m_alert);
    content->addWidget(m_pages, 1);
    m_layout->addLayout(content, 1);
    addSection(look::Glyph::Gear, tr("General"), QStringLiteral("generalSection"), new GeneralPage(preferences));
    addSection(look::Glyph::Sun, tr("Appearance"), QStringLiteral("appearanceSection"), m_appearance);
    addSection(look::Glyph::People, tr("Accounts"), QStringLiteral("accountsSection"), m_accounts);
    addSection(look::Glyph::Globe, tr("Network"), QStringLiteral("networkSection"), m_network);
    connect(m_accounts, &AccountsPage::addAccountRequested, this, &SettingsWindow::addAccountRequested);
    connect(m_accounts, &AccountsPage::accountRequested, this, &SettingsWindow::accountRequested);
    connect(m_accounts, &AccountsPage::signOutRequested, this, &SettingsWindow::signOutRequested);
    connect(m_network, &NetworkPage::checksRequested, this, &SettingsWindow::diagnosticsRequested);
    connect(&preferences, &Preferences::failed, this, &SettingsWindow::reportFailure);
    setMinimumSize(smallestSize); // Rather than what its layout needs, which changes with the width.
    resize(look::zoomed(usualSize.width()), look::zoomed(usualSize.height()));
    fitToScreen(*this);
}

void SettingsWindow::addSection(look::Glyph glyph, const QString &name, const QString &objectName, QWidget *page)
{
    SidebarRow *row = m_sections->add(glyph, name);
    row->setObjectName(objectName);
    m_pages->addWidget(page);
    connect(row, &QAbstractButton::toggled, this, [this, page](bool isChosen) {
        if (isChosen)
            m_pages->setCurrentWidget(page);
    });
}

void SettingsWindow::setAccounts(const QList<AccountRecord> &accounts, const QString &current)
{
    m_accounts->setAccounts(accounts, current);
}

void SettingsWindow::setDesktopAccent(const QColor &accent)
{
    m_appearance->setDesktopAccent(accent);
}

void SettingsWindow::present(const QUrl &server)
{
    m_network->lookUp(server);
    show();
    raise();
    activateWindow();
}

void SettingsWindow::reportFailure(const Error &)
{
    m_alert->say(tr("The settings file cannot be written. Your choices hold until you quit."), InlineAlert::Tone::Attention);
}

void SettingsWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close))
        close();
    else
        QWidget::keyPressEvent(event);
}

void SettingsWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < look::zoomed(narrow);
    m_layout->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int column = std::max(look::zoomed(sectionsWidth), m_sections->columnWidth());
    m_sections->setMinimumWidth(isNarrow ? 0 : column);
    m_sections->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : column);
}

void SettingsWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect behind = m_sections->geometry();
    painter.fillRect(behind, look::colors().sidebar);
    const bool isBeside = m_layout->direction() == QBoxLayout::LeftToRight;
    painter.setPen(look::colors().cardBorder);
    if (isBeside)
        painter.drawLine(isRightToLeft() ? behind.topLeft() : behind.topRight(), isRightToLeft() ? behind.bottomLeft() : behind.bottomRight());
    else
        painter.drawLine(behind.bottomLeft(), behind.bottomRight());
}

#include "moc_settingswindow.cpp"
