// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/measures.h"
#include "support/test.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace tst_measures {

class MeasuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        look::setZoom(1);
        look::setCompact(false);
    }

    void zoomIsBetween80And200Percent()
    {
        look::setZoom(9);
        QCOMPARE(look::zoom(), 2.0);
        look::setZoom(0);
        QCOMPARE(look::zoom(), 0.8);
    }

    void zoomChangesFontsLengthsAndOpenWindows()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(24, 8, 24, 8);
        layout->setSpacing(12);
        auto *label = new QLabel;
        label->setMaximumWidth(300);
        layout->addWidget(label);
        const int pixels = QFontMetrics(label->font()).height();
        look::setZoom(2);
        QCOMPARE(look::zoomed(16), 32);
        QCOMPARE(layout->contentsMargins(), QMargins(48, 16, 48, 16));
        QCOMPARE(layout->spacing(), 24);
        QCOMPARE(label->maximumWidth(), 600);
        QTRY_VERIFY(QFontMetrics(label->font()).height() > pixels * 1.7); // Qt tells widgets from the event loop.
    }

    void manyZoomsDoNotAddUpTheirRounding()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(7, 7, 7, 7);
        for (const int percent : {90, 110, 125, 175, 80, 90, 125, 110, 175, 200, 80, 100})
            look::setZoom(percent / 100.0);
        QCOMPARE(layout->contentsMargins(), QMargins(7, 7, 7, 7));
    }

    void whatIsSetAfterAZoomCounts()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(8, 8, 8, 8);
        look::setZoom(2);
        layout->setContentsMargins(40, 40, 40, 40); // 20 at 100 %.
        look::setZoom(1);
        QCOMPARE(layout->contentsMargins(), QMargins(20, 20, 20, 20));
    }

    void compactListsHaveLowerRows()
    {
        QCOMPARE(look::rowHeight(), 58);
        look::setCompact(true);
        QCOMPARE(look::rowHeight(), 40);
        look::setZoom(2);
        QCOMPARE(look::rowHeight(), 80);
    }

    void listsAskForTheSizesOfTheirRowsAgain()
    {
        struct Delegate : QAbstractItemDelegate
        {
            void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override {}
            QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {50, look::rowHeight()}; }
        };
        QListWidget list;
        Delegate delegate;
        list.setItemDelegate(&delegate);
        list.addItem(QStringLiteral("one"));
        list.show();
        QCOMPARE(list.visualItemRect(list.item(0)).height(), 58);
        look::setCompact(true);
        QTRY_COMPARE(list.visualItemRect(list.item(0)).height(), 40);
    }
};

} // namespace tst_measures

LATCHKEY_TEST(tst_measures, MeasuresTest, QApplication)

#include "tst_measures.moc"
