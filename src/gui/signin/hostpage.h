// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/providercatalog.h"

#include <QWidget>

#include <memory>

namespace Ui {
class HostPage;
}

/// Asks where the person wants to sign in: a kind of server, and a host name where there is more than one.
class HostPage : public QWidget
{
    Q_OBJECT

public:
    explicit HostPage(QWidget *parent = nullptr);
    ~HostPage() override;

    /// What there is to choose from; must outlive this page.
    void setCatalog(const ProviderCatalog &catalog);

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
