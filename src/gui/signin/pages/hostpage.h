// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/pages/steadypage.h"
#include "provider/providercatalog.h"

class PrimaryButton;
class QComboBox;
class QLabel;
class QLineEdit;

/// Asks for the server to sign in at: its kind, and its host name if the kind has more than one.
class HostPage : public SteadyPage
{
    Q_OBJECT

public:
    explicit HostPage(QWidget *parent = nullptr);

    /// The servers to choose from. Must outlive this page.
    void setCatalog(const ProviderCatalog &catalog);

    /// Asks for the address of a server of this kind alone; empty: for the kind, too.
    void setKind(const QString &kind);

    /// What the page wants to know.
    QString heading() const;
    QString advice() const;

    /// Puts the focus on the first step.
    void begin();

Q_SIGNALS:
    void providerChosen(const Provider &provider);

private:
    void addFields();
    bool isHostNeeded() const;
    void showKind();
    void choose();

    const ProviderCatalog *m_catalog = nullptr;
    QString m_kind;
    QLabel *m_kindLabel;
    QComboBox *m_kindBox;
    QLabel *m_hostTitle;
    QLineEdit *m_hostEdit;
    QLabel *m_error;
    PrimaryButton *m_continue;
};
