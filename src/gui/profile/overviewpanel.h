// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"
#include "gui/profile/profileside.h"

#include <QWidget>

class Card;
class ContributionCard;
class EmptyState;
class QGridLayout;
class QLabel;
class QVBoxLayout;
class RichTextView;

/// The larger part of a GitHub profile: pinned items, contributions, and the README. What is on its way has its place.
class OverviewPanel : public QWidget
{
    Q_OBJECT

public:
    /// Status, organizations and social accounts are shown in `side`.
    explicit OverviewPanel(ProfileSide &side, QWidget *parent = nullptr);

    /// `year` is that of the calendar; 0 is the last twelve months. A missing part stays as it is shown. The same again changes
    /// nothing, so that nothing flickers and the focus stays.
    void show(const github::Overview &overview, int year);

    /// Whose profile it is: their repositories are named without their login.
    void setLogin(const QString &login) { m_login = login; }

    /// Where all organizations of the person are listed.
    void setOrganizationsPage(const QUrl &page) { m_organizationsPage = page; }

    /// The README, whose place the panel does not know.
    RichTextView &readme() { return *m_readme; }

    /// Takes the server's HTML; an empty text hides the README.
    void showReadme(const QString &html);

    /// The contributions of this year are on their way, unless they are shown.
    void expect(int year);

    /// Waits again for what has not come yet.
    void expectAgain();

    /// Nothing comes any more: places that are still empty say so, or are given up. `server` is the name of the one that was
    /// asked.
    void stopExpecting(const QString &server);

    /// The same of the README, unless one is shown.
    void stopExpectingReadme(const QString &server);

Q_SIGNALS:
    /// The person wants to see another year; 0 is the last twelve months.
    void yearChosen(int year);

    /// The person wants what has not come to be asked for again.
    void retryRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *addHeading(const QString &text);
    void addPinned();
    void addReadme();
    void showPinned(const github::Excerpt<github::PinnedItem> &pinned);
    void removePinned();
    void arrangeReadme();
    int pinnedColumns() const;
    void arrangePinned();

    ProfileSide &m_side;
    QVBoxLayout *m_layout;
    QString m_login;
    std::optional<github::Overview> m_shown;
    QUrl m_organizationsPage;
    QLabel *m_pinnedHeading = nullptr;
    QGridLayout *m_pinnedLayout = nullptr;
    QList<Card *> m_pinned;
    bool m_isPinnedKnown = false;
    int m_pinnedColumns = 0;
    ContributionCard *m_contributions;
    QLabel *m_readmeHeading = nullptr;
    Card *m_readmeCard = nullptr;
    EmptyState *m_readmeUnknown = nullptr;
    RichTextView *m_readme = nullptr;
    bool m_hasReadme = false;
    bool m_isReadmeGivenUp = false;
};
