// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/providercatalog.h"

#include <QWidget>

#include <memory>

namespace Ui {
class HostPage;
}

/// Asks for the server to sign in at: its kind, and its host name if the kind has more than one.
class HostPage : public QWidget
{
    Q_OBJECT

public:
    explicit HostPage(QWidget *parent = nullptr);
    ~HostPage() override;

    /// The servers to choose from. Must outlive this page.
    void setCatalog(const ProviderCatalog &catalog);

    /// Puts the focus on the first step.
    void begin();

Q_SIGNALS:
    void providerChosen(const Provider &provider);
    void backRequested();

private:
    bool isHostNeeded() const;
    void showKind();
    void choose();

    std::unique_ptr<Ui::HostPage> m_ui;
    const ProviderCatalog *m_catalog = nullptr;
};
