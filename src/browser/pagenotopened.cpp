// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/pagenotopened.h"

#include <QCoreApplication>

PageNotOpened::PageNotOpened(const QUrl &page) : QEvent(type()), page(page) {}

QEvent::Type PageNotOpened::type()
{
    static const auto type = Type(QEvent::registerEventType());
    return type;
}

void sendPageNotOpened(const QUrl &page, QObject *asker)
{
    PageNotOpened event(page);
    event.ignore();
    for (QObject *object = asker; object && !event.isAccepted(); object = object->parent())
        QCoreApplication::sendEvent(object, &event);
}

PageNotOpenedFilter::PageNotOpenedFilter(QObject *window, const std::function<void(const QUrl &page)> &tell)
    : QObject(window), m_tell(tell)
{
    window->installEventFilter(this);
}

bool PageNotOpenedFilter::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != PageNotOpened::type())
        return QObject::eventFilter(object, event);
    event->accept();
    m_tell(static_cast<PageNotOpened *>(event)->page);
    return true;
}

#include "moc_pagenotopened.cpp"
