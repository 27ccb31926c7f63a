// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"
#include "gui/richtext/richtextview.h"

#include <QWidget>

class ContributionView;
class QComboBox;
class QGridLayout;
class QLabel;
class QVBoxLayout;

/// The lower part of a GitHub profile: pinned items, the calendar of contributions, activity by repository, and the README.
class OverviewPanel : public QWidget
{
    Q_OBJECT

public:
    /// Adds status, organizations and social accounts to the grid `facts`, below the rows that it already has.
    explicit OverviewPanel(QGridLayout &facts, QWidget *parent = nullptr);

    /// `year` is that of the calendar; 0 is the last twelve months. A missing part stays as it is shown.
    void show(const github::Overview &overview, int year);

    /// Where all organizations of the person are listed.
    void setOrganizationsPage(const QUrl &page) { m_organizationsPage = page; }

    /// The README, which the panel does not fill.
    RichTextView &readme() { return *m_readme; }

    /// Takes the server's HTML; an empty text hides the README and its heading.
    void showReadme(const QString &html);

Q_SIGNALS:
    /// The person wants to see another year; 0 is the last twelve months.
    void yearChosen(int year);

private:
    void addFacts();
    QLabel *addHeading(const QString &text);
    void addCalendar();
    void showLinks(const github::Overview &overview);
    void showPinned(const github::Excerpt<github::PinnedItem> &pinned);
    void showContributions(const github::Contributions &contributions, int year);
    void clearContributions(int year);
    void showYears(const QList<int> &years, int year);
    void showActivity(const github::Contributions &contributions);
    void showFact(QLabel *label, const QString &text);

    QVBoxLayout *m_layout;
    QGridLayout &m_facts;
    QUrl m_organizationsPage;
    int m_year = 0; ///< Of the contributions that are shown.
    QLabel *m_statusLabel;
    QLabel *m_organizationsLabel;
    QLabel *m_socialLabel;
    QLabel *m_pinnedHeading;
    QGridLayout *m_pinnedLayout;
    QLabel *m_totalLabel;
    QComboBox *m_yearChooser;
    ContributionView *m_contributions;
    QLabel *m_streakLabel;
    QLabel *m_activityLabel;
    QLabel *m_readmeHeading;
    RichTextView *m_readme;
};
