// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/keychain/keychainstate.h"

#include <QPointer>
#include <QWidget>

class GlyphLabel;
class KeychainHelp;
class LinkButton;
class QBoxLayout;
class QLabel;

/// At the foot of the sign-in window: the state of the keychain in words, how to get one, and the way to check everything else.
class KeychainNote : public QWidget
{
    Q_OBJECT

public:
    explicit KeychainNote(QWidget *parent = nullptr);

    /// Says in which state the store is, now and when the person wants it to be checked again.
    void follow(TokenStore &store);

    void say(KeychainState state);

    /// Narrower than the sentence beside the links.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void diagnosticsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    LinkButton *addLink(const char *name, const QString &text);
    void ask();
    void showHelp();
    void arrange();

    TokenStore *m_store = nullptr;
    KeychainState m_state = KeychainState::Ready;
    QPointer<KeychainHelp> m_openHelp;
    QWidget *m_sentence;
    GlyphLabel *m_glyph;
    QLabel *m_label;
    QWidget *m_links;
    LinkButton *m_help;
    QBoxLayout *m_content; ///< Sentence and links: beside each other, or below if there is little room.
};
