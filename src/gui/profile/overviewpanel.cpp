// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/overviewpanel.h"

#include "gui/parts/labels.h"
#include "gui/parts/wrappinglabel.h"
#include "gui/profile/contributionview.h"
#include "gui/profile/pinnedcard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace {

QLabel *linksLabel(QWidget *parent, const char *name)
{
    auto *label = new WrappingLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->hide();
    return label;
}

/// Names what is left out; `all` is where it is listed.
QString linksOf(const github::Excerpt<github::NamedLink> &excerpt, const QUrl &all)
{
    QStringList links;
    for (const github::NamedLink &entry : excerpt.entries)
        links.append(link(entry.page, entry.name));
    if (excerpt.leftOut() > 0)
        links.append(link(all, OverviewPanel::tr("and %1 more").arg(QLocale().toString(excerpt.leftOut()))));
    return links.join(QStringLiteral(", "));
}

void showText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QString days(qsizetype count)
{
    return count == 1 ? OverviewPanel::tr("1 day") : OverviewPanel::tr("%1 days").arg(QLocale().toString(count));
}

} // namespace

OverviewPanel::OverviewPanel(QGridLayout &facts, QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_facts(facts)
{
    addFacts();
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    m_pinnedHeading = addHeading(tr("Pinned"));
    m_pinnedHeading->hide();
    m_pinnedLayout = new QGridLayout;
    m_pinnedLayout->setSpacing(12);
    m_pinnedLayout->setColumnStretch(0, 1);
    m_pinnedLayout->setColumnStretch(1, 1);
    m_layout->addLayout(m_pinnedLayout);
    addCalendar();
    m_activityLabel = linksLabel(this, "activityLabel");
    m_layout->addWidget(m_activityLabel);
    m_readmeHeading = addHeading(tr("About"));
    m_readmeHeading->hide();
    m_readme = new RichTextView(this);
    m_readme->setObjectName(QStringLiteral("readmeView"));
    m_readme->setAccessibleName(tr("Profile README"));
    m_readme->hide();
    m_layout->addWidget(m_readme);
}

QLabel *OverviewPanel::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    enlarge(heading, 1.2, true);
    m_layout->addWidget(heading);
    return heading;
}

void OverviewPanel::addFacts()
{
    QWidget *profile = m_facts.parentWidget();
    const auto add = [&](const QString &name, QLabel *value) {
        auto *label = new QLabel(name, profile);
        useSecondaryText(label);
        const int row = m_facts.rowCount();
        m_facts.addWidget(label, row, 0, Qt::AlignTop);
        m_facts.addWidget(value, row, 1);
        showRow(m_facts, value, false);
        return value;
    };
    m_statusLabel = new WrappingLabel(profile);
    m_statusLabel->setObjectName(QStringLiteral("statusLabel"));
    m_statusLabel->setTextFormat(Qt::PlainText);
    add(tr("Status"), m_statusLabel);
    m_organizationsLabel = add(tr("Organizations"), linksLabel(profile, "organizationsLabel"));
    m_socialLabel = add(tr("Elsewhere"), linksLabel(profile, "socialLabel"));
}

void OverviewPanel::addCalendar()
{
    auto *row = new QHBoxLayout;
    m_totalLabel = new WrappingLabel(tr("Contributions"), this);
    m_totalLabel->setObjectName(QStringLiteral("contributionTotalLabel"));
    enlarge(m_totalLabel, 1.2, true);
    m_yearChooser = new QComboBox(this);
    m_yearChooser->setObjectName(QStringLiteral("yearChooser"));
    m_yearChooser->setAccessibleName(tr("Year of the contributions"));
    m_yearChooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_yearChooser->setEnabled(false);
    row->addWidget(m_totalLabel, 1);
    row->addWidget(m_yearChooser);
    m_layout->addLayout(row);
    m_contributions = new ContributionView(this);
    m_contributions->setObjectName(QStringLiteral("contributionView"));
    m_layout->addWidget(m_contributions);
    m_streakLabel = new WrappingLabel(this);
    m_streakLabel->setObjectName(QStringLiteral("streakLabel"));
    useSecondaryText(m_streakLabel);
    m_layout->addWidget(m_streakLabel);
    connect(m_yearChooser, &QComboBox::activated, this, [this] { Q_EMIT yearChosen(m_yearChooser->currentData().toInt()); });
}

void OverviewPanel::show(const github::Overview &overview, int year)
{
    showLinks(overview);
    if (overview.pinned)
        showPinned(*overview.pinned);
    if (overview.contributions)
        showContributions(*overview.contributions, year);
    else if (year != m_year)
        clearContributions(year);
}

void OverviewPanel::showContributions(const github::Contributions &contributions, int year)
{
    m_year = year;
    showYears(contributions.years, year);
    const qint64 count = contributions.calendar.total;
    const QString total = count == 1 ? tr("1 contribution") : tr("%1 contributions").arg(QLocale().toString(count));
    m_totalLabel->setText(year == 0 ? tr("%1 in the last twelve months").arg(total) : tr("%1 in %2").arg(total).arg(year));
    m_contributions->setCalendar(contributions.calendar);
    const QString longest = tr("Longest streak: %1").arg(days(contributions.calendar.longestStreak()));
    m_streakLabel->setText(year == 0 ? tr("Current streak: %1").arg(days(contributions.calendar.currentStreak()))
                                   + QStringLiteral("  ·  ") + longest
                                     : longest);
    showActivity(contributions);
}

/// Those of another year would be wrong.
void OverviewPanel::clearContributions(int year)
{
    m_year = year;
    m_totalLabel->setText(tr("Contributions"));
    m_contributions->setCalendar({});
    m_streakLabel->clear();
    showText(m_activityLabel, {});
}

void OverviewPanel::showLinks(const github::Overview &overview)
{
    showFact(m_statusLabel, overview.status);
    if (overview.organizations)
        showFact(m_organizationsLabel, linksOf(*overview.organizations, m_organizationsPage));
    if (overview.socialAccounts)
        showFact(m_socialLabel, linksOf(*overview.socialAccounts, {}));
}

void OverviewPanel::showFact(QLabel *label, const QString &text)
{
    label->setText(text);
    showRow(m_facts, label, !text.isEmpty());
}

void OverviewPanel::showPinned(const github::Excerpt<github::PinnedItem> &pinned)
{
    while (QLayoutItem *old = m_pinnedLayout->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (int i = 0; i < pinned.entries.size(); ++i)
        m_pinnedLayout->addWidget(new PinnedCard(pinned.entries[i], this), i / 2, i % 2);
    const QLocale locale;
    m_pinnedHeading->setText(
        pinned.leftOut() == 0
            ? tr("Pinned")
            : tr("Pinned: %1 of %2").arg(locale.toString(pinned.entries.size()), locale.toString(pinned.total)));
    m_pinnedHeading->setVisible(!pinned.entries.isEmpty());
}

void OverviewPanel::showYears(const QList<int> &years, int year)
{
    const QSignalBlocker blocker(m_yearChooser);
    m_yearChooser->clear();
    m_yearChooser->addItem(tr("Last twelve months"), 0);
    for (const int one : years)
        m_yearChooser->addItem(QString::number(one), one);
    m_yearChooser->setCurrentIndex(std::max(0, m_yearChooser->findData(year)));
    m_yearChooser->setEnabled(true);
}

void OverviewPanel::showActivity(const github::Contributions &contributions)
{
    const auto amount = [](qint64 count) { return QLocale().toString(count); };
    QStringList lines{tr("Commits: %1  ·  Pull requests: %2  ·  Reviews: %3  ·  Issues: %4")
                          .arg(amount(contributions.commits), amount(contributions.pullRequests),
                               amount(contributions.reviews), amount(contributions.issues))};
    for (const github::RepositoryActivity &entry : contributions.activity.entries)
        lines.append(tr("%1: %2").arg(link(entry.repository.page, entry.repository.name),
                                      entry.commits == 1 ? tr("1 commit") : tr("%1 commits").arg(amount(entry.commits))));
    if (contributions.activity.leftOut() > 0)
        lines.append(tr("and %1 more").arg(amount(contributions.activity.leftOut())));
    showText(m_activityLabel, lines.join(QStringLiteral("<br>")));
}

void OverviewPanel::showReadme(const QString &html)
{
    m_readme->setVisible(!html.isEmpty());
    m_readmeHeading->setVisible(!html.isEmpty());
    m_readme->showHtml(html);
}

#include "moc_overviewpanel.cpp"
