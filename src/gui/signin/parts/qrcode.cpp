// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/parts/qrcode.h"

#include "gui/look/measures.h"

#include <QPainter>
#include <QPainterPath>

#include <qrcodegen.hpp>

namespace {

/// Width of the white border in modules (ISO/IEC 18004).
constexpr int quietZone = 4;

QImage encoded(const QString &text)
{
    if (text.isEmpty())
        return {};
    try {
        const auto code = qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        const int side = code.getSize() + 2 * quietZone;
        QImage image(side, side, QImage::Format_RGB32);
        image.fill(Qt::white);
        for (int y = 0; y < code.getSize(); ++y) {
            for (int x = 0; x < code.getSize(); ++x) {
                if (code.getModule(x, y))
                    image.setPixelColor(x + quietZone, y + quietZone, Qt::black);
            }
        }
        return image;
    } catch (const qrcodegen::data_too_long &) {
        return {};
    }
}

} // namespace

QrCode::QrCode(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrCode::setText(const QString &text)
{
    m_modules = encoded(text);
    setVisible(!m_modules.isNull());
    updateGeometry();
    update();
}

QSize QrCode::sizeHint() const
{
    const int pixels = m_modules.width() > 41 ? 3 : 4;
    return m_modules.size() * look::zoomed(pixels);
}

void QrCode::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QPainterPath card;
    card.addRoundedRect(rect(), look::zoomed(look::controlRadius), look::zoomed(look::controlRadius));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(card, Qt::white);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setClipPath(card);
    painter.drawImage(rect(), m_modules);
}

#include "moc_qrcode.cpp"
