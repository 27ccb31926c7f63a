// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/copybutton.h"

#include <QToolTip>

namespace {

constexpr std::chrono::milliseconds timeToSee{2000};

} // namespace

CopyButton::CopyButton(const QString &name, QWidget *parent) : GlyphButton(look::Glyph::Copy, name, parent), m_name(name)
{
    m_back.setSingleShot(true);
    connect(&m_back, &QTimer::timeout, this, [this] {
        setGlyph(look::Glyph::Copy);
        setName(m_name);
    });
}

void CopyButton::confirm()
{
    setGlyph(look::Glyph::Check);
    setName(tr("Copied"));
    QToolTip::showText(mapToGlobal(rect().bottomLeft()), tr("Copied"), this);
    m_back.start(timeToSee);
}

#include "moc_copybutton.cpp"
