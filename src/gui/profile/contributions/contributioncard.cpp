// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/contributions/contributioncard.h"

#include "gui/controls/accessiblename.h"
#include "gui/controls/copybutton.h"
#include "gui/controls/labels.h"
#include "gui/controls/pagewheel.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/parts/card.h"
#include "gui/parts/emptystate.h"
#include "gui/profile/contributions/activitybars.h"
#include "gui/profile/contributions/contributionview.h"
#include "gui/profile/contributions/figures.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace {

QString days(qsizetype count)
{
    return count == 1 ? ContributionCard::tr("1 day") : ContributionCard::tr("%1 days").arg(QLocale().toString(count));
}

QString numbered(qint64 count)
{
    return QLocale().toString(count);
}

QList<Figure> figuresOf(const github::Contributions &contributions)
{
    const auto figure = [](qint64 count, const QString &one, const QString &many) {
        return Figure{numbered(count), count == 1 ? one : many};
    };
    return {figure(contributions.commits, ContributionCard::tr("commit"), ContributionCard::tr("commits")),
            figure(contributions.pullRequests, ContributionCard::tr("pull request"), ContributionCard::tr("pull requests")),
            figure(contributions.reviews, ContributionCard::tr("review"), ContributionCard::tr("reviews")),
            figure(contributions.issues, ContributionCard::tr("issue"), ContributionCard::tr("issues")),
            {days(contributions.calendar.longestStreak()), ContributionCard::tr("longest streak")}};
}

} // namespace

ContributionCard::ContributionCard(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::zoomed(look::space3));
    addTitle();
    addCard();
}

void ContributionCard::addTitle()
{
    m_title = new QBoxLayout(QBoxLayout::LeftToRight);
    auto *row = new QHBoxLayout;
    for (QBoxLayout *part : {m_title, static_cast<QBoxLayout *>(row)})
        part->setSpacing(look::zoomed(look::space2));
    m_totalLabel = new WrappingLabel(tr("Contributions"), this);
    m_totalLabel->setObjectName(QStringLiteral("contributionTotalLabel"));
    useText(m_totalLabel, look::Text::Section);
    m_copy = new CopyButton(tr("Copy as picture"), this);
    m_copy->setObjectName(QStringLiteral("copyContributions"));
    m_copy->setEnabled(false);
    connect(m_copy, &CopyButton::clicked, this, &ContributionCard::copyPicture);
    m_yearChooser = new QComboBox(this);
    m_yearChooser->setObjectName(QStringLiteral("yearChooser"));
    setChoiceName(*m_yearChooser, tr("Year of the contributions"));
    leaveWheelToPage(*m_yearChooser);
    connect(m_yearChooser, &QComboBox::currentTextChanged, m_yearChooser, [this](const QString &text) {
        m_yearChooser->setToolTip(tooltip(text));
    });
    m_yearChooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_yearChooser->setMinimumWidth(look::zoomed(80)); // Not as wide as the longest text, so that a window may be narrow.
    m_yearChooser->addItem(tr("Last 12 months"), 0);
    m_yearChooser->setEnabled(false);
    connect(m_yearChooser, &QComboBox::activated, this, [this] { Q_EMIT yearChosen(m_yearChooser->currentData().toInt()); });
    row->addWidget(m_totalLabel, 1);
    row->addWidget(m_copy);
    m_title->addLayout(row, 1);
    m_title->addWidget(m_yearChooser);
    static_cast<QVBoxLayout *>(layout())->addLayout(m_title);
}

/// The choice of the year stands below the title if there is no room beside it.
void ContributionCard::arrange()
{
    const int needed = m_totalLabel->fontMetrics().horizontalAdvance(m_totalLabel->text()) + m_copy->sizeHint().width()
        + m_yearChooser->sizeHint().width() + 3 * look::zoomed(look::space2);
    m_title->setDirection(needed <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ContributionCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ContributionCard::addCard()
{
    m_card = new Card(this);
    m_card->setObjectName(QStringLiteral("contributionCard"));
    m_unknown = new EmptyState(m_card);
    m_unknown->setObjectName(QStringLiteral("contributionsUnknown"));
    m_calendar = new ContributionView(m_card);
    m_calendar->setObjectName(QStringLiteral("contributionView"));
    m_streakLabel = new WrappingLabel(m_card);
    m_streakLabel->setObjectName(QStringLiteral("streakLabel"));
    useCaption(m_streakLabel);
    m_figures = new Figures(m_card);
    m_figures->setObjectName(QStringLiteral("figures"));
    m_activityHeading = new WrappingLabel(tr("Most active repositories"), m_card);
    useText(m_activityHeading, look::Text::Strong);
    m_activity = new ActivityBars(m_card);
    m_activity->setObjectName(QStringLiteral("activityBars"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_unknown, m_calendar, m_figures, m_streakLabel, m_activityHeading, m_activity})
        m_card->body()->addWidget(widget);
    m_figures->setContentsMargins(0, look::zoomed(look::space3), 0, 0);
    m_activityHeading->setContentsMargins(0, look::zoomed(look::space3), 0, 0);
    layout()->addWidget(m_card);
    turnTo(State::Expected);
}

void ContributionCard::show(const github::Contributions &contributions, int year, const QString &login)
{
    m_year = year;
    showYears(contributions.years, year);
    const qint64 count = contributions.calendar.total;
    const QString total = count == 1 ? tr("1 contribution") : tr("%1 contributions").arg(numbered(count));
    m_totalLabel->setText(year == 0 ? tr("%1 in the last year").arg(total) : tr("%1 in %2").arg(total).arg(year));
    m_calendar->setCalendar(contributions.calendar);
    m_streakLabel->setText(tr("Current streak: %1").arg(days(contributions.calendar.currentStreak())));
    m_figures->show(figuresOf(contributions));
    m_activity->show(contributions.activity, login);
    turnTo(State::Known);
    m_streakLabel->setVisible(year == 0);
    m_activityHeading->setVisible(!contributions.activity.entries.isEmpty());
    m_activity->setVisible(!contributions.activity.entries.isEmpty());
    arrange();
}

/// Those of another year would be wrong.
void ContributionCard::expect(int year)
{
    m_year = year;
    m_totalLabel->setText(tr("Contributions"));
    m_calendar->setCalendar({});
    turnTo(State::Expected);
}

void ContributionCard::giveUp(const QString &server)
{
    if (m_state != State::Expected)
        return;
    m_unknown->say(look::Glyph::Alert, tr("Nothing received yet"), tr("%1 has not sent your contributions.").arg(server));
    m_unknown->offer(tr("Try again"), [this] { Q_EMIT retryRequested(); });
    turnTo(State::GivenUp);
}

void ContributionCard::turnTo(State state)
{
    m_state = state;
    m_unknown->setVisible(state == State::GivenUp);
    m_calendar->setVisible(state != State::GivenUp);
    m_copy->setEnabled(state == State::Known);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_streakLabel, m_figures, m_activityHeading, m_activity})
        widget->setVisible(state == State::Known);
}

void ContributionCard::showYears(const QList<int> &years, int year)
{
    const QSignalBlocker blocker(m_yearChooser);
    m_yearChooser->clear();
    m_yearChooser->addItem(tr("Last 12 months"), 0);
    for (const int one : years)
        m_yearChooser->addItem(QString::number(one), one);
    m_yearChooser->setCurrentIndex(std::max(0, m_yearChooser->findData(year)));
    m_yearChooser->setEnabled(true);
}

void ContributionCard::copyPicture()
{
    QGuiApplication::clipboard()->setPixmap(m_card->grab());
    m_copy->confirm();
}

#include "moc_contributioncard.cpp"
