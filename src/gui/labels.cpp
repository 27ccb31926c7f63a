// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/labels.h"

void enlarge(QLabel *label, qreal factor, bool isBold)
{
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(isBold);
    label->setFont(font);
}

void quieten(QLabel *label)
{
    QColor colour = label->palette().color(QPalette::WindowText);
    colour.setAlphaF(0.65F);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

QString link(const QUrl &url, const QString &text)
{
    if (url.isEmpty())
        return text.toHtmlEscaped();
    const QString target = url.toString(QUrl::FullyEncoded).toHtmlEscaped();
    const QString address = url.toDisplayString(QUrl::RemoveScheme | QUrl::StripTrailingSlash).mid(2);
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(target, (text.isEmpty() ? address : text).toHtmlEscaped());
}
