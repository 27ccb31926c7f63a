// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/toastview.h"

#include "gui/controls/glyphbutton.h"
#include "gui/controls/linklabel.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/overlays/shadow.h"
#include "gui/overlays/toast.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

ToastView::ToastView(const QString &text, const QString &actionText, QWidget *window)
    : QFrame(window), m_label(new WrappingLabel(text, this))
{
    setObjectName(QStringLiteral("toast"));
    setProperty("overlay", true);
    hide();
    m_label->setObjectName(QStringLiteral("toastLabel"));
    auto *layout = new QHBoxLayout(this);
    const int space = look::zoomed(look::space2);
    layout->setContentsMargins(shadowMargins() + QMargins(2 * space, space, space, space));
    layout->setSpacing(2 * space);
    layout->addWidget(m_label, 1);
    if (!actionText.isEmpty())
        layout->addWidget(makeButton(actionText));
    auto *cross = new GlyphButton(look::Glyph::Cross, tr("Dismiss"), this);
    cross->setObjectName(QStringLiteral("toastDismissButton"));
    layout->addWidget(cross);
    connect(cross, &GlyphButton::clicked, this, &ToastView::close);
    m_timer.setObjectName(QStringLiteral("toastTimer"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(Toast::duration);
    connect(&m_timer, &QTimer::timeout, this, &ToastView::closeUnlessInUse);
}

QWidget *ToastView::makeButton(const QString &actionText)
{
    auto *button = new LinkButton(actionText, this);
    button->setObjectName(QStringLiteral("toastButton"));
    connect(button, &LinkButton::clicked, this, [this] {
        close();
        Q_EMIT actionRequested();
    });
    return button;
}

QString ToastView::text() const
{
    return m_label->text();
}

QSize ToastView::sizeFor(int room) const
{
    const int inOneLine = sizeHint().width() - m_label->sizeHint().width()
        + m_label->fontMetrics().horizontalAdvance(text()) + look::space1;
    const int width = std::min({room, inOneLine, look::zoomed(560)});
    return {width, layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height()};
}

void ToastView::announce()
{
    setAccessibleName(text());
    m_label->setAccessibleName(text());
    show();
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(this, text());
    QAccessible::updateAccessibility(&event);
#endif
    m_timer.start();
}

void ToastView::closeUnlessInUse()
{
    const QWidget *focus = QApplication::focusWidget();
    if (underMouse() || (focus && isAncestorOf(focus)))
        m_timer.start();
    else
        close();
}

void ToastView::close()
{
    if (m_isClosed)
        return;
    m_isClosed = true;
    m_timer.stop();
    hide();
    deleteLater();
}

void ToastView::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QFrame::enterEvent(event);
}

void ToastView::leaveEvent(QEvent *event)
{
    if (!m_isClosed)
        m_timer.start();
    QFrame::leaveEvent(event);
}

void ToastView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QFrame::keyPressEvent(event);
}

void ToastView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRaisedSurface(painter, QRectF(rect()).marginsRemoved(shadowMargins()));
}

#include "moc_toastview.cpp"
