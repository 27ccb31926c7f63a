// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/pagelinks.h"

#include <QList>
#include <QMap>

/// What one page says about those behind it.
struct PageFacts
{
    http::PageLinks links;
    bool isEmpty = false; ///< It has no entries.
    bool isFull = false; ///< It has as many entries as were asked for, so another page may follow.
    bool isRepetition = false; ///< It has entries, all of which other pages had before.
};

/// Which pages of a list to ask for, and which are missing in the end. Pages count from 1. The list ends where the
/// server says that it ends: neither at a page that fails, nor at an empty one. Pure: asks nobody.
class PageWalk
{
public:
    /// Limits servers that report ever more pages.
    explicit PageWalk(int mostPages) : m_mostPages(mostPages) { }

    /// Starts over. Returns the pages to ask for, as the other functions do.
    QList<int> begin();

    /// Awaits missing pages again.
    QList<int> retry(const QList<int> &pages);

    QList<int> noteAnswer(int page, const PageFacts &facts);

    /// `mayOthersArrive` is false if the other pages would fail for the same reason. Otherwise the page behind a failed
    /// one is tried, if nobody knows yet whether there is one.
    QList<int> noteFailure(int page, bool mayOthersArrive);

    bool isAwaiting() const { return count(State::Awaited) > 0; }

    /// True if no page has arrived.
    bool isEmpty() const { return count(State::Arrived) == 0; }

    /// True if the server has more pages than are asked for.
    bool isCutOff() const { return m_isCutOff; }

    /// The pages that have failed.
    QList<int> missing() const { return m_states.keys(State::Failed); }

    /// The number of pages as far as it is known.
    int pageCount() const { return m_states.isEmpty() ? 0 : m_states.lastKey(); }

private:
    enum class State { Awaited, Arrived, Failed };

    qsizetype count(State state) const { return m_states.keys(state).size(); }
    QList<int> askFor(int first, int last);

    const int m_mostPages;
    QMap<int, State> m_states;
    int m_last = 0; ///< As the server says; 0 if it has not said.
    bool m_isCutOff = false;
    int m_probe = 0; ///< The page behind a failed one that may not exist.
};
