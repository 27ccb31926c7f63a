// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

/// A line of text that a widget has painted, or a part of a line in one font.
struct PaintedText
{
    QString text;
    QRectF place; ///< In the widget's coordinates.
    QRectF clip; ///< Likewise; empty if the painter had none.
};

/// A paint device that only takes down the texts.
class TextRecorder : public QPaintDevice
{
public:
    explicit TextRecorder(const QWidget &widget) : m_size(widget.size()) {}

    QPaintEngine *paintEngine() const override { return &m_engine; }
    QList<PaintedText> texts() const { return m_engine.texts; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return m_size.width();
        case PdmHeight: return m_size.height();
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return int(devicePixelRatioFScale());
        case PdmDepth: return 32;
        case PdmNumColors: return 1 << 24;
        default: return 96; // Dots per inch.
        }
    }

private:
    class Engine : public QPaintEngine
    {
    public:
        Engine() : QPaintEngine(AllFeatures) {}

        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        Type type() const override { return User; }
        void updateState(const QPaintEngineState &) override {}
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
        void drawPath(const QPainterPath &) override {}
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}

        void drawTextItem(const QPointF &at, const QTextItem &item) override
        {
            const QTransform transform = painter()->combinedTransform();
            const QRectF place(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
            const QRectF clip = painter()->hasClipping() ? transform.mapRect(painter()->clipBoundingRect()) : QRectF();
            texts.append({item.text(), transform.mapRect(place), clip});
        }

        QList<PaintedText> texts;
    };

    const QSize m_size;
    mutable Engine m_engine;
};

/// What a widget itself paints now, without its children.
inline QList<PaintedText> paintedTextsOf(QWidget &widget)
{
    TextRecorder recorder(widget);
    widget.render(&recorder, QPoint(), QRegion(), QWidget::RenderFlags());
    return recorder.texts();
}
