// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"

#include <QWidget>

class QVBoxLayout;

/// Takes the place of the inbox until the person grants its scopes: says which scopes it needs and why, and has buttons
/// that request them.
class ScopeOffer : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeOffer(const Provider &provider, QWidget *parent = nullptr);

Q_SIGNALS:
    void scopesRequested(const QStringList &scopes);

private:
    void addText(const QString &text, const char *objectName);
    void addScope(const QString &scope, const QString &meaning);
    void addButtons(const Provider &provider);

    QVBoxLayout *m_layout;
};
