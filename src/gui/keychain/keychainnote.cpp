// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keychain/keychainnote.h"

#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/keychain/keychainhelp.h"
#include "gui/look/measures.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

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

bool isMissing(KeychainState state)
{
    return state == KeychainState::Missing || state == KeychainState::NoCollection;
}

} // namespace

KeychainNote::KeychainNote(QWidget *parent)
    : QWidget(parent),
      m_sentence(new QWidget(this)),
      m_glyph(new GlyphLabel(look::Glyph::Shield, look::glyphSide, m_sentence)),
      m_label(new WrappingLabel(m_sentence)),
      m_links(new QWidget(this)),
      m_content(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_label->setObjectName(QStringLiteral("keychainLabel"));
    useCaption(m_label);
    auto *sentence = new QHBoxLayout(m_sentence);
    sentence->setContentsMargins(0, 0, 0, 0);
    sentence->setSpacing(look::zoomed(look::space1));
    sentence->addWidget(m_glyph);
    sentence->addWidget(m_label);
    m_sentence->hide();
    auto *links = new QHBoxLayout(m_links);
    links->setContentsMargins(0, 0, 0, 0);
    links->setSpacing(look::zoomed(look::space3));
    m_help = addLink("keychainHelpButton", tr("How to fix"));
    m_help->hide();
    connect(m_help, &LinkButton::clicked, this, &KeychainNote::showHelp);
    LinkButton *check = addLink("diagnosticsButton", tr("Check my setup"));
    check->setToolTip(tr("What works and what does not: network, keychain, login view"));
    connect(check, &LinkButton::clicked, this, &KeychainNote::diagnosticsRequested);
    m_content->setSpacing(look::zoomed(look::space3));
    m_content->addWidget(m_sentence, 0, Qt::AlignCenter);
    m_content->addWidget(m_links, 0, Qt::AlignCenter);
    auto *layout = new QHBoxLayout(this);
    const int side = look::zoomed(look::space4);
    layout->setContentsMargins(side, look::space1, side, look::zoomed(look::space4));
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addStretch(1);
    layout->addLayout(m_content);
    layout->addStretch(1);
}

LinkButton *KeychainNote::addLink(const char *name, const QString &text)
{
    auto *link = new LinkButton(text, m_links);
    link->setObjectName(QLatin1String(name));
    link->setAccessibleName(text);
    useText(link, look::Text::Caption);
    m_links->layout()->addWidget(link);
    return link;
}

void KeychainNote::follow(TokenStore &store)
{
    m_store = &store;
    ask();
}

void KeychainNote::ask()
{
    if (m_store)
        askKeychain(*m_store, this, [this](KeychainState state) { say(state); });
}

void KeychainNote::say(KeychainState state)
{
    if (m_openHelp && state == m_state)
        m_openHelp->noteUnchanged();
    else if (m_openHelp)
        m_openHelp->dismiss();
    m_state = state;
    m_glyph->setGlyph(isMissing(state) ? look::Glyph::Alert : state == KeychainState::Locked ? look::Glyph::Lock : look::Glyph::Shield);
    m_glyph->setColor(isMissing(state) ? &look::Colors::attention : &look::Colors::secondaryText);
    m_label->setText(wordsFor(state));
    m_label->setAccessibleName(wordsFor(state));
    m_sentence->show();
    m_help->setVisible(isMissing(state));
    arrange();
}

void KeychainNote::showHelp()
{
    auto *help = new KeychainHelp(m_state, window());
    m_openHelp = help;
    connect(help, &KeychainHelp::checkRequested, this, &KeychainNote::ask);
    connect(help, &Sheet::dismissed, help, &QObject::deleteLater);
    help->open();
}

/// A sentence that does not fit beside the links has a line to itself.
void KeychainNote::arrange()
{
    const int room = contentsRect().width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const int text = m_label->fontMetrics().horizontalAdvance(m_label->text()) + 1;
    const int rest = m_glyph->sizeHint().width() + m_sentence->layout()->spacing();
    m_label->setMinimumWidth(std::clamp(room - rest, 0, text));
    const bool fits = rest + text + m_content->spacing() + m_links->sizeHint().width() <= room;
    m_content->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QSize KeychainNote::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    return {m_links->sizeHint().width() + margins.left() + margins.right(), QWidget::minimumSizeHint().height()};
}

void KeychainNote::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void KeychainNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

#include "moc_keychainnote.cpp"
