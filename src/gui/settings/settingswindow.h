// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/proxylookup.h"
#include "gui/look/glyphs.h"
#include "preferences/preferences.h"
#include "session/storage/accountregistry.h"

#include <QWidget>

class AccountsPage;
class AppearancePage;
class NetworkPage;
class PageAlert;
class QBoxLayout;
class QStackedWidget;
class SectionList;

/// What a person can choose. Each choice applies at once, and stays when the window closes.
class SettingsWindow : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsWindow(Preferences &preferences, diagnosis::ProxyLookup lookUp = diagnosis::lookUpSystemProxies);

    /// `current` is the key of the account that the main window shows; may be empty.
    void setAccounts(const QList<AccountRecord> &accounts, const QString &current);

    /// The accent of the desktop, or an invalid color if it has none.
    void setDesktopAccent(const QColor &accent);

    /// Shows the window in front. `server` is the one that the proxy is looked up for.
    void present(const QUrl &server);

Q_SIGNALS:
    void addAccountRequested();
    void accountRequested(const QString &key);
    void signOutRequested(const QString &key);
    void diagnosticsRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addSection(look::Glyph glyph, const QString &name, const QString &objectName, QWidget *page);
    void reportFailure(const Error &error);

    QBoxLayout *m_layout;
    SectionList *m_sections;
    QStackedWidget *m_pages;
    PageAlert *m_alert;
    AppearancePage *m_appearance;
    AccountsPage *m_accounts;
    NetworkPage *m_network;
};
