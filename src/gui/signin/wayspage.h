// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"
#include "result/result.h"

#include <QWidget>

#include <memory>
#include <optional>

class QPushButton;

namespace Ui {
class WaysPage;
}

/// The ways to sign in that there are for a provider, the best one for this machine first and large.
class WaysPage : public QWidget
{
    Q_OBJECT

public:
    explicit WaysPage(QWidget *parent = nullptr);
    ~WaysPage() override;

    void setProvider(const Provider &provider);

    /// A browser here is not before the person's eyes, or cannot come back.
    void setCodeFirst(bool isCodeFirst);

    /// The login view cannot be had on this machine, for this reason.
    void setEmbeddedBroken(const QString &reason);

    /// Puts the focus on what Enter is to take, after this trouble.
    void focusNext(const std::optional<Error> &error);

Q_SIGNALS:
    void hereRequested();
    void browserRequested();
    void codeRequested();
    void tokenRequested();
    void linkRequested();

private:
    QList<QPushButton *> bestFirst() const;
    void arrange();

    std::unique_ptr<Ui::WaysPage> m_ui;
    Provider m_provider;
    bool m_isCodeFirst = false;
    bool m_isEmbeddedBroken = false;
};
