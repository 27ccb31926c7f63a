// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/originlabel.h"

#include "loginview/command.h"

namespace {

constexpr int space = 6;
constexpr int smallestWidth = 120;

} // namespace

OriginLabel::OriginLabel(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("originLabel"));
    setMargin(space);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void OriginLabel::showPage(const QUrl &url)
{
    show(url.scheme() == QLatin1String("https") ? tr("Secure connection to %1") : tr("On this computer: %1"), originText(url));
}

void OriginLabel::showNoPage(const QUrl &url)
{
    show(tr("No page from %1"), originText(url));
}

QSize OriginLabel::minimumSizeHint() const
{
    return {smallestWidth, QLabel::minimumSizeHint().height()};
}

void OriginLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void OriginLabel::show(const QString &sentence, const QString &origin)
{
    m_sentence = origin.isEmpty() ? QString() : sentence;
    m_origin = origin;
    const QString whole = m_origin.isEmpty() ? QString() : m_sentence.arg(m_origin);
    setToolTip(whole);
    setAccessibleName(whole);
    fit();
}

/// The sentence goes before the origin does.
void OriginLabel::fit()
{
    if (m_origin.isEmpty())
        return clear();
    const int width = contentsRect().width() - 2 * space;
    const QString whole = m_sentence.arg(m_origin);
    const bool isWholeFitting = fontMetrics().horizontalAdvance(whole) <= width;
    setText(isWholeFitting ? whole : fontMetrics().elidedText(m_origin, Qt::ElideLeft, width));
}

#include "moc_originlabel.cpp"
