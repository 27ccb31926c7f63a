// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/pages/steadypage.h"
#include "provider/provider.h"

class NumberedStep;
class PrimaryButton;
class QLabel;
class QLineEdit;
class QPushButton;

/// Takes an access token that the person has made at the server, in three steps: the form there, the token, and back here.
class TokenPage : public SteadyPage
{
    Q_OBJECT

public:
    explicit TokenPage(QWidget *parent = nullptr);

    void setProvider(const Provider &provider);

    /// The scopes that the server's form is filled in with, separated by spaces; those of the provider until then.
    void setScope(const QString &scope);

    /// Clears the token, and takes the focus.
    void begin();

    /// Lets the person correct the refused token.
    void tryAgain();

    /// Opens the server's form, as its button does.
    void openForm();

Q_SIGNALS:
    void tokenGiven(const QString &token);
    void pageRequested(const QUrl &page);

private:
    void addSteps();
    void paste();
    void say(const QString &text);

    Provider m_provider;
    QUrl m_page;
    NumberedStep *m_formStep;
    NumberedStep *m_copyStep;
    NumberedStep *m_pasteStep;
    QPushButton *m_form;
    QLineEdit *m_edit;
    QPushButton *m_paste;
    QLabel *m_note;
    PrimaryButton *m_send;
};

/// True for text on a clipboard that may be a personal access token: one long word. GitHub's begin with a known prefix, or are
/// 40 hexadecimal digits.
bool looksLikeToken(const QString &text, const Provider &provider);
