// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/resource/pagewalk.h"
#include "session/resource/resourceclient.h"

#include <QSet>
#include <QTimer>

/// What a list in pages tells about itself, whatever its entries are.
class PagedListState : public QObject
{
    Q_OBJECT

public:
    /// True while the server's answers are awaited.
    bool isLoading() const { return m_walk.isAwaiting(); }

    /// The pages that could not be fetched by the last refresh. They count from 1. Empty if no page could be.
    const QList<int> &failedPages() const { return m_failedPages; }

    /// Those of failedPages() for which nothing older is in the cache either.
    const QList<int> &missingPages() const { return m_missingPages; }

    int pageCount() const { return m_pageCount; }

    /// True if the server has more pages than a list here may have.
    bool isCutOff() const { return m_walk.isCutOff(); }

    /// The number of entries that are left out, because they cannot be read.
    qsizetype unreadableCount() const { return m_unreadableCount; }

    /// Why the last refresh failed, or the first of its pages that did; see ResourceClient::ask(). Nothing while it
    /// goes on.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    /// The entries may be others.
    void changed();
    /// isLoading() has changed; afterwards all the rest of the state has, too.
    void loadingChanged();

protected:
    explicit PagedListState(QObject *parent);

    /// True if the server has answered, so that it may answer for other pages.
    static bool isAboutOnePage(const Error &error);

    /// True if the connection has broken off.
    static bool isLostOnTheWay(const Error &error);

    /// Requests at the same time. One that is refused for the rate limit then keeps the others from being sent.
    static constexpr int mostUnderWay = 16;

    PageWalk m_walk;
    PageWalk m_cacheWalk;
    QList<int> m_failedPages;
    QList<int> m_missingPages;
    int m_pageCount = 0;
    qsizetype m_unreadableCount = 0;
    std::optional<Error> m_error;
};

/// A list that the server sends in pages, whose requests have a `github::Page` as their value. Shows the cached pages
/// first, then those of the server; a page that fails takes no other with it, and is replaced by its cached copy if
/// there is one. Each entry is there once, even if the list has changed while it was read.
template<typename Request>
class PagedList : public PagedListState
{
public:
    using Page = typename Request::Value;
    using List = decltype(Page::entries);

    /// `request` makes the request for a page. `resources` must outlive this object.
    PagedList(ResourceClient &resources, std::function<Request(int page)> request, QObject *parent = nullptr)
        : PagedListState(parent), m_resources(resources), m_request(std::move(request))
    {
        m_progress.setSingleShot(true);
        m_progress.setInterval(200);
        connect(&m_progress, &QTimer::timeout, this, [this] {
            m_showsProgress = true;
            show(m_arriving);
        });
    }

    /// Takes the first page that is cached at once, and the others one per turn of the event loop, so that the window stays
    /// responsive.
    void readCached()
    {
        m_cacheQueue = m_cacheWalk.begin();
        while (m_fromCache.isEmpty() && !m_cacheQueue.isEmpty())
            readCachedPage();
        if (m_fromCache.isEmpty())
            return;
        show(m_fromCache);
        if (!m_cacheQueue.isEmpty())
            readMoreLater();
    }

    /// Asks the server for all pages. Does nothing while isLoading().
    void refresh()
    {
        if (isLoading())
            return;
        m_arriving.clear();
        m_seen.clear();
        m_hasAskedAgain = false;
        m_showsProgress = false;
        ask(m_walk.begin());
    }

    /// Asks for the pages that failed, or for all if nothing has arrived. Does nothing while isLoading(), or if nothing
    /// failed.
    void askForFailed()
    {
        if (isLoading() || !m_error)
            return;
        if (m_walk.isEmpty())
            return refresh();
        m_hasAskedAgain = false;
        m_showsProgress = true; // What is shown is what has arrived.
        ask(m_walk.retry(m_walk.missing()));
    }

    /// All entries, in the order of their pages.
    List entries() const
    {
        List entries;
        QSet<QString> keys;
        for (const Page &page : m_shown) {
            for (const auto &entry : page.entries) {
                const QString key = entry.key();
                if (!key.isEmpty() && keys.contains(key))
                    continue;
                keys.insert(key);
                entries.append(entry);
            }
        }
        return entries;
    }

private:
    using Pages = QMap<int, Page>;

    static PageFacts factsOf(const Page &page)
    {
        return {page.links, page.entries.isEmpty() && page.unreadable == 0, page.isFull};
    }

    void ask(const QList<int> &pages)
    {
        const bool wasAsking = std::exchange(m_isAsking, true);
        m_error = std::nullopt;
        m_waiting += pages;
        sendWaiting();
        if (!wasAsking)
            Q_EMIT loadingChanged();
    }

    void sendWaiting()
    {
        while (m_underWay < mostUnderWay && !m_waiting.isEmpty()) {
            const int page = m_waiting.takeFirst();
            ++m_underWay;
            m_resources.ask(m_request(page), this, [this, page](const Result<Page> &answer) { take(page, answer); });
        }
    }

    /// They would fail as well.
    void giveUpWaiting(const Error &error)
    {
        for (const int page : std::exchange(m_waiting, {})) {
            m_walk.noteFailure(page, false);
            m_errors.insert(page, error);
        }
    }

    void take(int page, const Result<Page> &answer)
    {
        --m_underWay;
        QList<int> next;
        if (answer) {
            PageFacts facts = factsOf(*answer);
            facts.isRepetition = isRepetition(*answer);
            m_arriving.insert(page, *answer);
            next = m_walk.noteAnswer(page, facts);
        } else {
            next = m_walk.noteFailure(page, isAboutOnePage(answer.error()));
            m_errors.insert(page, answer.error());
            if (!isAboutOnePage(answer.error()) && !isLostOnTheWay(answer.error()))
                giveUpWaiting(answer.error());
        }
        m_waiting += next;
        sendWaiting();
        if (!isLoading() && !askAgain())
            finish();
        else if ((m_shown.isEmpty() || m_showsProgress) && !m_progress.isActive())
            m_progress.start();
    }

    /// A connection that breaks takes requests along that wait for one (Qt 6.4). Each gets a second try, alone.
    bool askAgain()
    {
        if (!std::exchange(m_hasAskedAgain, true) && !m_walk.isEmpty()) {
            for (const int page : m_walk.missing()) {
                if (isLostOnTheWay(m_errors[page]))
                    m_again.append(page);
            }
        }
        if (m_again.isEmpty())
            return false;
        ask(m_walk.retry({m_again.takeFirst()}));
        return true;
    }

    bool isRepetition(const Page &page)
    {
        const qsizetype before = m_seen.size();
        bool hasUnknown = false;
        for (const auto &entry : page.entries) {
            const QString key = entry.key();
            hasUnknown = hasUnknown || key.isEmpty();
            m_seen.insert(key);
        }
        return !page.entries.isEmpty() && !hasUnknown && m_seen.size() == before;
    }

    void finish()
    {
        m_progress.stop();
        m_isAsking = false;
        m_pageCount = m_walk.pageCount();
        m_failedPages = m_walk.isEmpty() ? QList<int>() : m_walk.missing();
        m_missingPages.clear();
        if (!m_walk.missing().isEmpty())
            m_error = m_errors.value(m_walk.missing().first());
        m_errors.clear();
        for (const int page : m_failedPages) {
            if (const auto cached = m_resources.cached(m_request(page)))
                m_arriving.insert(page, cached->value);
            else
                m_missingPages.append(page);
        }
        if (!m_walk.isEmpty()) {
            m_cacheQueue.clear();
            show(m_arriving);
        }
        Q_EMIT loadingChanged();
    }

    void show(const Pages &pages)
    {
        m_shown = pages;
        m_unreadableCount = 0;
        for (const Page &page : pages)
            m_unreadableCount += page.unreadable;
        Q_EMIT changed();
    }

    void readCachedPage()
    {
        const int page = m_cacheQueue.takeFirst();
        const auto cached = m_resources.cached(m_request(page));
        if (cached)
            m_fromCache.insert(page, cached->value);
        m_cacheQueue +=
            cached ? m_cacheWalk.noteAnswer(page, factsOf(cached->value)) : m_cacheWalk.noteFailure(page, true);
    }

    /// Stops if the server has answered first.
    void readMoreLater()
    {
        QTimer::singleShot(0, this, [this] {
            if (m_cacheQueue.isEmpty())
                return m_fromCache.clear();
            readCachedPage();
            if (!m_cacheQueue.isEmpty())
                return readMoreLater();
            show(std::exchange(m_fromCache, {}));
        });
    }

    ResourceClient &m_resources;
    const std::function<Request(int page)> m_request;
    Pages m_shown;
    Pages m_arriving; ///< From the server.
    Pages m_fromCache; ///< Read so far.
    QList<int> m_cacheQueue; ///< To be read.
    QSet<QString> m_seen; ///< The keys of the entries that have arrived.
    QMap<int, Error> m_errors; ///< By page.
    QList<int> m_again; ///< To be asked for a second time.
    bool m_hasAskedAgain = false;
    QList<int> m_waiting; ///< To be asked for when others have been answered.
    int m_underWay = 0;
    QTimer m_progress; ///< The first pages are shown while later ones are awaited.
    bool m_showsProgress = false; ///< What is shown is from the refresh that goes on.
    bool m_isAsking = false;
};
