// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"

#include <QWidget>

class ActivityBars;
class Card;
class ContributionView;
class CopyButton;
class EmptyState;
class Figures;
class QBoxLayout;
class QComboBox;
class QLabel;

/// A year of contributions: their number and the choice of the year above a card with the calendar, figures, streaks and the
/// repositories that had most.
class ContributionCard : public QWidget
{
    Q_OBJECT

public:
    explicit ContributionCard(QWidget *parent = nullptr);

    /// `year` is that of the contributions; 0 is the last twelve months. Repositories of `login` are named without it.
    void show(const github::Contributions &contributions, int year, const QString &login);

    /// The contributions of this year are on their way.
    void expect(int year);

    /// Those that were expected have not come: says so in their place, if they were.
    void giveUp(const QString &server);

    /// True while the contributions of the year are shown.
    bool isKnown() const { return m_state == State::Known; }

    /// The year of the contributions that are shown.
    int year() const { return m_year; }

Q_SIGNALS:
    /// The person wants what has not come to be asked for again.
    void retryRequested();

    /// The person wants to see another year; 0 is the last twelve months.
    void yearChosen(int year);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class State { Expected, GivenUp, Known };

    void turnTo(State state);
    void addTitle();
    void arrange();
    void addCard();
    void showYears(const QList<int> &years, int year);
    void copyPicture();

    State m_state = State::Expected;
    int m_year = 0;
    QBoxLayout *m_title;
    QLabel *m_totalLabel;
    CopyButton *m_copy;
    QComboBox *m_yearChooser;
    Card *m_card;
    EmptyState *m_unknown;
    ContributionView *m_calendar;
    QLabel *m_streakLabel;
    Figures *m_figures;
    QLabel *m_activityHeading;
    ActivityBars *m_activity;
};
