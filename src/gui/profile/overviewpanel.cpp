// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/overviewpanel.h"

#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/parts/card.h"
#include "gui/parts/emptystate.h"
#include "gui/profile/contributions/contributioncard.h"
#include "gui/profile/loadingcard.h"
#include "gui/profile/pinnedcard.h"
#include "gui/richtext/richtextview.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace {

constexpr int expectedCards = 4;
constexpr int twoPinnedColumns = 480; // From this width on.

} // namespace

OverviewPanel::OverviewPanel(ProfileSide &side, QWidget *parent)
    : QWidget(parent), m_side(side), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(look::zoomed(look::space3));
    addPinned();
    m_layout->addSpacing(look::zoomed(look::space3));
    m_contributions = new ContributionCard(this);
    connect(m_contributions, &ContributionCard::yearChosen, this, &OverviewPanel::yearChosen);
    connect(m_contributions, &ContributionCard::retryRequested, this, &OverviewPanel::retryRequested);
    m_layout->addWidget(m_contributions);
    m_layout->addSpacing(look::zoomed(look::space3));
    addReadme();
    m_layout->addStretch(1);
}

QLabel *OverviewPanel::addHeading(const QString &text)
{
    auto *heading = new WrappingLabel(text, this);
    useText(heading, look::Text::Section);
    m_layout->addWidget(heading);
    return heading;
}

void OverviewPanel::addPinned()
{
    m_pinnedHeading = addHeading(tr("Pinned"));
    m_pinnedHeading->setObjectName(QStringLiteral("pinnedHeading"));
    m_pinnedLayout = new QGridLayout;
    m_pinnedLayout->setSpacing(look::zoomed(look::space3));
    m_layout->addLayout(m_pinnedLayout);
    for (int i = 0; i < expectedCards; ++i)
        m_pinned.append(new LoadingCard(this));
    arrangePinned();
}

void OverviewPanel::addReadme()
{
    m_readmeHeading = addHeading(tr("README"));
    m_readmeCard = new Card(this);
    m_readmeCard->setObjectName(QStringLiteral("readmeCard"));
    m_readme = new RichTextView(m_readmeCard);
    m_readme->setObjectName(QStringLiteral("readmeView"));
    m_readme->setAccessibleName(tr("Profile README"));
    m_readmeUnknown = new EmptyState(m_readmeCard);
    m_readmeUnknown->setObjectName(QStringLiteral("readmeUnknown"));
    m_readmeCard->body()->addWidget(m_readmeUnknown);
    m_readmeCard->body()->addWidget(m_readme);
    m_layout->addWidget(m_readmeCard);
    arrangeReadme();
}

void OverviewPanel::show(const github::Overview &overview, int year)
{
    if (m_shown == overview && year == m_contributions->year() && m_contributions->isKnown())
        return;
    m_shown = overview;
    m_side.showStatus(overview.status);
    if (overview.organizations)
        m_side.showOrganizations(*overview.organizations, m_organizationsPage);
    if (overview.socialAccounts)
        m_side.showSocialAccounts(*overview.socialAccounts);
    if (overview.pinned)
        showPinned(*overview.pinned);
    if (overview.contributions)
        m_contributions->show(*overview.contributions, year, m_login);
    else
        expect(year);
    arrangeReadme();
}

void OverviewPanel::showPinned(const github::Excerpt<github::PinnedItem> &pinned)
{
    removePinned();
    m_isPinnedKnown = true;
    for (const github::PinnedItem &item : pinned.entries)
        m_pinned.append(new PinnedCard(item, m_login, this));
    const QLocale locale;
    m_pinnedHeading->setText(
        pinned.leftOut() == 0
            ? tr("Pinned")
            : tr("Pinned: %1 of %2").arg(locale.toString(pinned.entries.size()), locale.toString(pinned.total)));
    m_pinnedHeading->setVisible(!pinned.entries.isEmpty());
    arrangePinned();
}

void OverviewPanel::removePinned()
{
    while (QLayoutItem *old = m_pinnedLayout->takeAt(0))
        delete old;
    qDeleteAll(m_pinned);
    m_pinned.clear();
}

int OverviewPanel::pinnedColumns() const
{
    return width() >= look::zoomed(twoPinnedColumns) ? 2 : 1;
}

void OverviewPanel::arrangePinned()
{
    while (QLayoutItem *old = m_pinnedLayout->takeAt(0))
        delete old;
    m_pinnedColumns = pinnedColumns();
    const int columns = m_pinnedColumns;
    for (int i = 0; i < m_pinned.size(); ++i)
        m_pinnedLayout->addWidget(m_pinned[i], i / columns, i % columns);
    for (Card *card : std::as_const(m_pinned))
        card->show(); // A layout shows them one round of events later.
    m_pinnedLayout->setColumnStretch(0, 1);
    m_pinnedLayout->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void OverviewPanel::expect(int year)
{
    if (year != m_contributions->year())
        m_contributions->expect(year);
}

void OverviewPanel::expectAgain()
{
    if (!m_contributions->isKnown())
        m_contributions->expect(m_contributions->year());
    m_isReadmeGivenUp = false;
    arrangeReadme();
}

void OverviewPanel::stopExpecting(const QString &server)
{
    m_contributions->giveUp(server);
    arrangeReadme();
    if (m_isPinnedKnown)
        return;
    removePinned();
    m_pinnedHeading->hide();
}

void OverviewPanel::stopExpectingReadme(const QString &server)
{
    if (m_hasReadme)
        return;
    m_readmeUnknown->say(look::Glyph::Alert, tr("Nothing received yet"), tr("%1 has not sent your README.").arg(server));
    m_readmeUnknown->offer(tr("Try again"), [this] { Q_EMIT retryRequested(); });
    m_isReadmeGivenUp = true;
    arrangeReadme();
}

/// One offer to try again is enough: without contributions, they have it.
void OverviewPanel::arrangeReadme()
{
    const bool isUnknownShown = m_isReadmeGivenUp && m_contributions->isKnown();
    m_readmeUnknown->setVisible(isUnknownShown);
    m_readme->setVisible(m_hasReadme);
    m_readmeHeading->setVisible(m_hasReadme || isUnknownShown);
    m_readmeCard->setVisible(m_hasReadme || isUnknownShown);
}

void OverviewPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_pinnedColumns != pinnedColumns())
        arrangePinned();
}

void OverviewPanel::showReadme(const QString &html)
{
    m_hasReadme = !html.isEmpty();
    m_isReadmeGivenUp = false;
    arrangeReadme();
    m_readme->showHtml(html);
}

#include "moc_overviewpanel.cpp"
