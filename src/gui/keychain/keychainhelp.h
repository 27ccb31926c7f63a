// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/keychain/keychainstate.h"
#include "gui/overlays/sheet.h"

class QLabel;

/// Says how to get a keychain that Latchkey can use, by desktop. Over a window.
class KeychainHelp : public Sheet
{
    Q_OBJECT

public:
    /// `state` is what is to be mended: KeychainState::Missing or NoCollection.
    KeychainHelp(KeychainState state, QWidget *window);

    /// Says that the keychain was asked again, in vain.
    void noteUnchanged();

Q_SIGNALS:
    /// The person has done it.
    void checkRequested();

private:
    void addButtons();

    QLabel *m_outcome;
};
