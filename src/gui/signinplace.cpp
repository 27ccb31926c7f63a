// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signinplace.h"

#include "gui/windows/comeforward.h"

SignInPlace::~SignInPlace()
{
    delete m_window;
}

SignInWindow &SignInPlace::open(Session &session, const SignInSetup &setup)
{
    putAway();
    m_session = &session;
    m_window = new SignInWindow(session, setup);
    return *m_window;
}

void SignInPlace::layOver(QWidget *window, const QString &title)
{
    m_sheet = new AttemptSheet(m_window, title, window);
    connect(m_sheet, &Sheet::dismissed, this, &SignInPlace::sheetClosed);
    m_sheet->open();
}

void SignInPlace::putAway()
{
    if (AttemptSheet *sheet = m_sheet) {
        m_sheet = nullptr;
        sheet->disconnect(this);
        sheet->dismiss();
        sheet->deleteLater(); // With the sign-in window.
        m_window = nullptr;
    }
    if (!m_window)
        return;
    m_window->hide();
    m_window->deleteLater();
    m_window = nullptr;
}

void SignInPlace::stepAside()
{
    if (m_window && !m_sheet)
        m_window->showMinimized();
}

void SignInPlace::comeBack()
{
    if (m_window && m_window->isMinimized())
        comeForward(*m_window, {});
}

#include "moc_signinplace.cpp"
