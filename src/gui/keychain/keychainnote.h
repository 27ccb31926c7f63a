// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/keychain/keychainstate.h"

#include <QWidget>

class GlyphLabel;
class QLabel;

/// At the foot of the sign-in window: the state of the keychain in words, and the way to check everything else.
class KeychainNote : public QWidget
{
    Q_OBJECT

public:
    explicit KeychainNote(QWidget *parent = nullptr);

    void say(KeychainState state);

Q_SIGNALS:
    void diagnosticsRequested();

private:
    GlyphLabel *m_glyph;
    QLabel *m_label;
};
