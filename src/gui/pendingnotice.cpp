// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/pendingnotice.h"

#include "browser/openpage.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/signin/signincontroller.h"

#include <utility>

void PendingNotice::add(const Notice &notice)
{
    const QString earlier = m_notice ? m_notice->text + QLatin1Char('\n') : QString();
    m_notice = notice;
    m_notice->text.prepend(earlier);
}

void PendingNotice::showIn(SignInController &signIn)
{
    if (const auto notice = std::exchange(m_notice, std::nullopt))
        signIn.say(notice->text, notice->page);
}

void PendingNotice::showIn(MainWindow &window)
{
    const auto notice = std::exchange(m_notice, std::nullopt);
    if (!notice)
        return;
    window.say(notice->text);
    if (notice->tryAgain)
        window.offer(tr("Try again"), notice->tryAgain);
    else if (!notice->page.isEmpty())
        window.offer(tr("Open the page"), [&window, page = notice->page] { openPage(page, &window); });
}
