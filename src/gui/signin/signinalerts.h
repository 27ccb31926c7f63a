// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class InlineAlert;
class PageAlert;
class SignInController;
struct Error;
enum class SignInPage;

/// What the sign-in window says on a page: why the last attempt failed, with a button that helps, and the address of a page
/// that no browser could open.
class SignInAlerts : public QWidget
{
    Q_OBJECT

public:
    /// Says it for `window`.
    SignInAlerts(SignInController &controller, QWidget *window);

    /// Says what there is to say on this page. The attempt's own page says it itself.
    void showFor(SignInPage page);

    /// Another page is shown: an address of the page before is no longer of use.
    void forgetAddress();

private:
    void offerHelp(const Error *error, SignInPage page);

    SignInController &m_controller;
    PageAlert *m_address;
    InlineAlert *m_notice;
};
