// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/attemptsheet.h"
#include "gui/signin/signinwindow.h"

#include <QPointer>

/// Where the sign-in window is shown, if it is: as a window, or in a sheet over the main window.
class SignInPlace : public QObject
{
    Q_OBJECT

public:
    ~SignInPlace() override;

    /// Makes a sign-in window in place of the one before. To be shown, or laid over a window.
    SignInWindow &open(Session &session, const SignInSetup &setup);

    /// Shows it in a sheet over `window`, which stays as it is.
    void layOver(QWidget *window, const QString &title);

    /// Hides and deletes it. It may be the sender of the signal being handled.
    void putAway();

    /// The sign-in window; null if there is none.
    SignInWindow *window() const { return m_window; }
    bool isOverWindow() const { return m_sheet; }

    /// The same unless it is in the sheet, which closes with it.
    SignInWindow *separateWindow() const { return m_sheet ? nullptr : m_window.data(); }

    /// True if it is there for this session.
    bool shows(const Session &session) const { return m_window && m_session == &session; }

    /// What it shows is no longer of use: open() is to follow, also for the same session.
    void forgetSession() { m_session = nullptr; }

    /// Takes a separate window out of the way, and brings it back.
    void stepAside();
    void comeBack();

Q_SIGNALS:
    /// The person has closed the sheet.
    void sheetClosed();

private:
    QPointer<SignInWindow> m_window; ///< A separate window, or in m_sheet.
    QPointer<AttemptSheet> m_sheet;
    QPointer<Session> m_session;
};
