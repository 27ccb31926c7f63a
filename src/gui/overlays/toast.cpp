// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/toast.h"

#include "gui/look/measures.h"
#include "gui/overlays/shadow.h"
#include "gui/overlays/toastview.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace {

constexpr qsizetype mostShown = 3;

} // namespace

Toast::Toast(QWidget *window) : m_window(*window)
{
    window->installEventFilter(this);
}

void Toast::say(const QString &text)
{
    say(text, {}, nullptr);
}

void Toast::say(const QString &text, const QString &actionText, std::function<void()> action)
{
    m_views.removeIf([](const QPointer<ToastView> &view) { return view.isNull(); });
    makeRoomFor(text);
    auto *view = new ToastView(text, actionText, &m_window);
    if (action)
        connect(view, &ToastView::actionRequested, &m_window, std::move(action));
    connect(view, &QObject::destroyed, this, [this] { place(); });
    m_views.append(view);
    place();
    view->announce();
}

void Toast::makeRoomFor(const QString &text)
{
    QList<ToastView *> views = shown();
    for (ToastView *view : shown()) {
        if (view->text() == text || views.size() >= mostShown) {
            views.removeOne(view);
            view->close();
        }
    }
}

void Toast::clear()
{
    for (ToastView *view : shown())
        view->close();
}

QString Toast::text() const
{
    const QList<ToastView *> views = shown();
    return views.isEmpty() ? QString() : views.last()->text();
}

QList<ToastView *> Toast::shown() const
{
    QList<ToastView *> views;
    for (const QPointer<ToastView> &view : m_views) {
        if (view && !view->isClosed())
            views.append(view);
    }
    return views;
}

/// From the bottom up, in the middle of the window.
void Toast::place() const
{
    const int space = look::zoomed(look::space2);
    const int overlap = shadowMargins().bottom(); // Of the shadow of one with the next.
    int bottom = m_window.height() - space;
    QList<ToastView *> views = shown();
    std::reverse(views.begin(), views.end());
    for (ToastView *view : views) {
        const QSize size = view->sizeFor(m_window.width() - 2 * space);
        view->setGeometry((m_window.width() - size.width()) / 2, bottom - size.height(), size.width(), size.height());
        view->raise();
        bottom -= size.height() - overlap;
    }
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

#include "moc_toast.cpp"
