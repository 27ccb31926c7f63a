// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/pagealert.h"

#include "browser/openpage.h"
#include "support/test.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QPushButton>
#include <QScopeGuard>
#include <QVBoxLayout>

namespace tst_pagealert {

const QUrl page = QUrl(QStringLiteral("https://github.example/ada?tab=repositories"));

class PageAlertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageWithoutABrowserIsShownWithItsAddressToCopy()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "noSuchMethod");
        const auto unset = qScopeGuard([] { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); });
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *alert = new PageAlert(&window);
        auto *button = new QPushButton(QStringLiteral("Open"), &window);
        layout->addWidget(alert);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, button, [button] { openPage(page, button); });
        QVERIFY(alert->isHidden());
        button->click();
        QTRY_VERIFY(!alert->isHidden());
        QVERIFY(alert->text().contains(page.toString()));
        QGuiApplication::clipboard()->clear();
        alert->findChild<QPushButton *>()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), page.toString());
    }
};

} // namespace tst_pagealert

LATCHKEY_TEST(tst_pagealert, PageAlertTest, QApplication)

#include "tst_pagealert.moc"
