// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"

#include <QWidget>

#include <memory>

namespace Ui {
class TokenPage;
}

/// Takes an access token that the person has made at the server.
class TokenPage : public QWidget
{
    Q_OBJECT

public:
    explicit TokenPage(QWidget *parent = nullptr);
    ~TokenPage() override;

    void setProvider(const Provider &provider);

    /// Clears the token, and takes the focus.
    void begin();

    /// Lets the person correct the refused token.
    void tryAgain();

Q_SIGNALS:
    void tokenGiven(const QString &token);
    void pageRequested(const QUrl &page);
    void backRequested();

private:
    std::unique_ptr<Ui::TokenPage> m_ui;
    QUrl m_page;
};
