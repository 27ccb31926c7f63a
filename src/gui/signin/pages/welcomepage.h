// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/pages/steadypage.h"
#include "provider/providercatalog.h"

class ChoiceRow;
class QLabel;

/// The first page of a fresh installation: where to sign in, and the demo for people who only want to look.
class WelcomePage : public SteadyPage
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// The servers to choose from. Must outlive this page.
    void setCatalog(const ProviderCatalog &catalog);

    void offerDemo();

    /// Shows the application's icon. After the first paint: reading a picture makes Qt load the readers of all formats.
    void showIcon();

    /// Puts the focus on the first server.
    void begin();

Q_SIGNALS:
    void providerChosen(const Provider &provider);

    /// Another server is wanted, of the kind with this id; empty: of any kind.
    void hostRequested(const QString &kind);
    void demoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addServers();
    ChoiceRow *add(ChoiceRow *row, const char *objectName);
    void addHeading(const QString &text);
    void addProvider(const Provider &provider);

    const ProviderCatalog *m_catalog = nullptr;
    QLabel *m_icon;
    QWidget *m_servers; ///< The rows.
    ChoiceRow *m_first = nullptr;
    QWidget *m_demo;
    bool m_hasIcon = false;
};
