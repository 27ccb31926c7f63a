// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keychain/keychainnote.h"

#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/look/measures.h"

#include <QHBoxLayout>

namespace {

QString wordsFor(KeychainState state)
{
    switch (state) {
    case KeychainState::Ready: return KeychainNote::tr("Keychain ready");
    case KeychainState::Locked: return KeychainNote::tr("Keychain locked until you sign in");
    case KeychainState::NoCollection: return KeychainNote::tr("No default keyring: make one to stay signed in");
    case KeychainState::Missing: return KeychainNote::tr("No keychain: you’ll be signed out when you quit");
    }
    return {};
}

} // namespace

KeychainNote::KeychainNote(QWidget *parent)
    : QWidget(parent), m_glyph(new GlyphLabel(look::Glyph::Shield, look::glyphSide, this)), m_label(new WrappingLabel(this))
{
    m_label->setObjectName(QStringLiteral("keychainLabel"));
    useCaption(m_label);
    m_glyph->hide();
    m_label->hide();
    auto *check = new LinkButton(tr("Check my setup"), this);
    check->setObjectName(QStringLiteral("diagnosticsButton"));
    check->setAccessibleName(check->text());
    check->setToolTip(tr("What works and what does not: network, keychain, login view"));
    useText(check, look::Text::Caption);
    connect(check, &LinkButton::clicked, this, &KeychainNote::diagnosticsRequested);
    auto *layout = new QHBoxLayout(this);
    const int side = look::zoomed(look::space4);
    layout->setContentsMargins(side, look::space1, side, look::zoomed(look::space4));
    layout->setSpacing(look::zoomed(look::space1));
    layout->addStretch(1);
    layout->addWidget(m_glyph);
    layout->addWidget(m_label);
    layout->addWidget(check);
    layout->addStretch(1);
}

void KeychainNote::say(KeychainState state)
{
    const bool isMissing = state == KeychainState::Missing || state == KeychainState::NoCollection;
    m_glyph->setGlyph(isMissing ? look::Glyph::Alert : state == KeychainState::Locked ? look::Glyph::Lock : look::Glyph::Shield);
    m_glyph->setColor(isMissing ? &look::Colors::attention : &look::Colors::secondaryText);
    m_label->setText(tr("%1 ·").arg(wordsFor(state)));
    m_label->setAccessibleName(wordsFor(state));
    m_glyph->show();
    m_label->show();
}

#include "moc_keychainnote.cpp"
