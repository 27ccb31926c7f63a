// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/pagewalk.h"

#include <algorithm>

namespace {

/// A `next` that leads back would be a loop.
bool mayGoOn(int page, const PageFacts &facts)
{
    if (facts.isRepetition)
        return false;
    if (!facts.links.areGiven)
        return facts.isFull;
    return facts.links.hasNext && (facts.links.next == 0 || facts.links.next > page);
}

} // namespace

QList<int> PageWalk::begin()
{
    m_states.clear();
    m_last = 0;
    m_isCutOff = false;
    m_probe = 0;
    return askFor(1, 1);
}

QList<int> PageWalk::retry(const QList<int> &pages)
{
    for (const int page : pages)
        m_states.insert(page, State::Awaited);
    return pages;
}

QList<int> PageWalk::noteAnswer(int page, const PageFacts &facts)
{
    const bool isProbe = page == m_probe;
    if (isProbe)
        m_probe = 0;
    if (isProbe && facts.isEmpty && !mayGoOn(page, facts)) {
        m_states.remove(page); // There is no such page.
        return {};
    }
    m_states.insert(page, State::Arrived);
    m_last = std::max(m_last, facts.links.last);
    QList<int> pages = askFor(page + 1, m_last);
    if (mayGoOn(page, facts))
        pages += askFor(page + 1, page + 1);
    return pages;
}

QList<int> PageWalk::noteFailure(int page, bool mayOthersArrive)
{
    if (page == m_probe) { // There is probably no such page.
        m_states.remove(page);
        m_probe = 0;
        return {};
    }
    m_states.insert(page, State::Failed);
    const bool isEndKnown = m_last > 0 || page < pageCount();
    if (isEndKnown || !mayOthersArrive)
        return {};
    const QList<int> pages = askFor(page + 1, page + 1);
    m_probe = pages.value(0);
    return pages;
}

/// Those that have not been asked for.
QList<int> PageWalk::askFor(int first, int last)
{
    m_isCutOff = m_isCutOff || last > m_mostPages;
    QList<int> pages;
    for (int page = first; page <= std::min(last, m_mostPages); ++page) {
        if (m_states.contains(page))
            continue;
        m_states.insert(page, State::Awaited);
        pages.append(page);
    }
    return pages;
}
