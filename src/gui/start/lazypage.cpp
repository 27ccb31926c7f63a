// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/start/lazypage.h"

#include <QVBoxLayout>

LazyPage::LazyPage(std::function<QWidget *()> build, QWidget *parent) : QWidget(parent), m_build(std::move(build))
{
    Q_ASSERT(m_build);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void LazyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_build)
        return;
    QWidget *page = std::exchange(m_build, {})();
    layout()->addWidget(page);
    setFocusProxy(page);
    page->show();
}

#include "moc_lazypage.cpp"
