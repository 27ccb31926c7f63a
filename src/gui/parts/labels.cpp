// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/labels.h"

#include "result/printabletext.h"

#include <QApplication>
#include <QEvent>
#include <QRegularExpression>

namespace {

/// Recolors a label when the desktop's colors change, which a palette set on a widget does not follow.
class SecondaryText : public QObject
{
public:
    explicit SecondaryText(QLabel *label) : QObject(label), m_label(*label)
    {
        label->installEventFilter(this);
        recolor();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange)
            recolor();
        return QObject::eventFilter(watched, event);
    }

private:
    void recolor()
    {
        QPalette palette = m_label.palette();
        palette.setColor(QPalette::WindowText, secondaryTextColor(QApplication::palette(&m_label)));
        m_label.setPalette(palette);
    }

    QLabel &m_label;
};

} // namespace

void enlarge(QLabel *label, qreal factor, bool isBold)
{
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(isBold);
    label->setFont(font);
}

QColor secondaryTextColor(const QPalette &palette)
{
    QColor color = palette.color(QPalette::WindowText);
    color.setAlphaF(0.65F);
    return color;
}

void useSecondaryText(QLabel *label)
{
    new SecondaryText(label);
}

void showRow(const QGridLayout &facts, QWidget *value, bool isVisible)
{
    const int index = facts.indexOf(value);
    Q_ASSERT(index > 0);
    facts.itemAt(index - 1)->widget()->setVisible(isVisible);
    value->setVisible(isVisible);
}

QString shortened(const QString &name)
{
    const QFontMetrics metrics(QApplication::font());
    return metrics.elidedText(name.left(100).simplified(), Qt::ElideRight, 13 * metrics.height());
}

/// Always rich text: Qt guesses by the text, and shows "&amp;" as it is if it guesses wrong. Tooltips break lines at spaces
/// only, so long words get places to break.
QString tooltip(const QString &text)
{
    constexpr qsizetype shortTooltip = 80;
    constexpr qsizetype longestTooltip = 500;
    static const QRegularExpression longWord(QStringLiteral("(\\S{40})"));
    if (text.isEmpty())
        return {};
    if (text.size() <= shortTooltip)
        return QStringLiteral("<qt style=\"white-space: pre\">%1</qt>").arg(text.toHtmlEscaped());
    QString shown = text.size() <= longestTooltip ? text : text.left(longestTooltip) + QChar(0x2026);
    shown.replace(longWord, QStringLiteral("\\1\u200b"));
    return QStringLiteral("<qt>%1</qt>").arg(shown.toHtmlEscaped());
}

QString link(const QUrl &url, const QString &text)
{
    if (url.isEmpty())
        return text.toHtmlEscaped();
    const QString target = url.toString(QUrl::FullyEncoded).toHtmlEscaped();
    const QString address = printableText(url.toDisplayString(QUrl::RemoveScheme | QUrl::StripTrailingSlash).mid(2));
    return QStringLiteral("<a href=\"%1\" style=\"text-decoration: none\">%2</a>").arg(target, (text.isEmpty() ? address : text).toHtmlEscaped());
}
