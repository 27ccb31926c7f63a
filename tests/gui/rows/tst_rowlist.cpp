// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/rowlist.h"

#include "gui/look/measures.h"
#include "gui/rows/rowdelegate.h"
#include "gui/rows/rowmodel.h"
#include "gui/rows/rowpainter.h"
#include "support/test.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolTip>

namespace tst_rowlist {

const QDateTime noon(QDate(2026, 11, 28), QTime(12, 0), Qt::UTC);

/// Rows with these titles. One that ends in a colon is a heading, an empty one a placeholder.
class Rows : public RowModel
{
public:
    explicit Rows(const QStringList &titles) : RowModel([] { return noon; }), m_titles(titles) {}

    void replace(const QStringList &titles)
    {
        beginResetModel();
        m_titles = titles;
        endResetModel();
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_titles.size()); }
    Row::Kind kindAt(int row) const override
    {
        const QString &title = m_titles[row];
        return title.isEmpty() ? Row::Kind::Placeholder : title.endsWith(QLatin1Char(':')) ? Row::Kind::Heading : Row::Kind::Entry;
    }
    QString keyAt(int row) const override { return m_titles[row]; }
    Row rowAt(int row) const override
    {
        ++made;
        return {.kind = kindAt(row),
                .title = m_titles[row],
                .figures = {{.text = QStringLiteral("1.9k"), .words = QStringLiteral("1,946 stars")}},
                .at = noon.addSecs(-600)};
    }

    mutable int made = 0; ///< How often rowAt() was called.

private:
    QStringList m_titles;
};

/// A list of rows with two actions on the row and one in the menu alone.
struct World
{
    explicit World(const QStringList &titles, Qt::LayoutDirection direction = Qt::LeftToRight) : rows(titles)
    {
        list.setLayoutDirection(direction);
        list.setRows(rows);
        list.setActions([this](int row) {
            const auto action = [&](const char *name, const QKeySequence &key, bool isOnRow) {
                return RowAction{QLatin1String(name), look::Glyph::Link, QLatin1String(name), key,
                                 [this, did = QStringLiteral("%1 %2").arg(QLatin1String(name), rows.keyAt(row))] { done.append(did); }, isOnRow};
            };
            return QList<RowAction>{action("open", Qt::Key_O, true), action("copy", Qt::Key_C, true), action("mark", QKeySequence(Qt::SHIFT | Qt::Key_R), false)};
        });
        list.resize(600, 400);
        list.show();
        if (!QTest::qWaitForWindowExposed(&list))
            qFatal("the list is not shown");
    }

    void choose(int row) { list.setCurrentIndex(rows.index(row, 0)); }
    int current() const { return list.currentIndex().row(); }

    QPoint buttonAt(int row, int button)
    {
        RowLook how{.area = list.visualRect(rows.index(row, 0)), .direction = list.layoutDirection()};
        return actionPlaces(how, 2).at(button).center();
    }

    void movePointer(const QPoint &place)
    {
        QMouseEvent move(QEvent::MouseMove, QPointF(place), QPointF(list.viewport()->mapToGlobal(place)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(list.viewport(), &move);
    }

    Rows rows;
    RowList list;
    QStringList done;
};

QStringList many(int count)
{
    QStringList titles;
    for (int i = 0; i < count; ++i)
        titles.append(QStringLiteral("row %1").arg(i));
    return titles;
}

QImage painted(const Row &row)
{
    QImage image(600, 58, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintRow(painter, row, {.area = image.rect(), .now = noon});
    return image;
}

class RowListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyVisibleRowsAreMade()
    {
        World world(many(10000));
        world.list.grab();
        world.rows.made = 0;
        world.rows.replace(many(9999));
        world.list.doItemsLayout();
        world.list.viewport()->repaint();
        const int visible = world.list.viewport()->height() / world.list.sizeHintForRow(0) + 2;
        QVERIFY2(world.rows.made <= visible, qPrintable(QStringLiteral("%1 rows were made").arg(world.rows.made)));
        QCOMPARE(world.list.sizeHintForRow(0), world.list.sizeHintForRow(9000));
    }

    void theKeyboardPassesOverHeadingsAndPlaceholders()
    {
        World world({QStringLiteral("A:"), QStringLiteral("one"), QString(), QStringLiteral("B:"), QStringLiteral("two"), QStringLiteral("three")});
        world.list.goToFirst();
        QCOMPARE(world.current(), 1);
        for (const auto &[key, row] : {std::pair(Qt::Key_Down, 4), {Qt::Key_J, 5}, {Qt::Key_K, 4}, {Qt::Key_Up, 1}, {Qt::Key_End, 5}, {Qt::Key_Home, 1}}) {
            QTest::keyClick(&world.list, key);
            QCOMPARE(world.current(), row);
        }
    }

    void pageUpReachesTheFirstEntryBelowAHeading()
    {
        World world(QStringList{QStringLiteral("A:")} + many(30));
        world.choose(5);
        QTest::keyClick(&world.list, Qt::Key_PageUp);
        QCOMPARE(world.current(), 1);
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(&world.list, Qt::Key_PageDown);
        QCOMPARE(world.current(), 30);
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(&world.list, Qt::Key_PageUp);
        QCOMPARE(world.current(), 1);
    }

    void upFromTheFirstRowLeavesTheList()
    {
        World world({QStringLiteral("A:"), QStringLiteral("one"), QStringLiteral("two")});
        QSignalSpy left(&world.list, &RowList::leftAtTop);
        world.choose(2);
        QTest::keyClick(&world.list, Qt::Key_Up);
        QCOMPARE(left.size(), 0);
        QTest::keyClick(&world.list, Qt::Key_Up);
        QTest::keyClick(&world.list, Qt::Key_K);
        QCOMPARE(left.size(), 2);
        QCOMPARE(world.current(), 1);
    }

    void keysActOnTheCurrentRow()
    {
        World world({QStringLiteral("one"), QStringLiteral("two")});
        world.choose(1);
        QTest::keyClick(&world.list, Qt::Key_O);
        QTest::keyClick(&world.list, Qt::Key_C);
        QTest::keyClick(&world.list, Qt::Key_Return);
        QTest::keyClick(&world.list, Qt::Key_R, Qt::ShiftModifier);
        QCOMPARE(world.done, (QStringList{QStringLiteral("open two"), QStringLiteral("copy two"), QStringLiteral("open two"), QStringLiteral("mark two")}));
        // Letters without an action do not search.
        QTest::keyClick(&world.list, Qt::Key_N);
        QCOMPARE(world.current(), 1);
    }

    void keysOfRowsWinOverShortcutsOfTheWindow()
    {
        World world({QStringLiteral("one")});
        world.choose(0);
        QKeyEvent wanted(QEvent::ShortcutOverride, Qt::Key_C, Qt::NoModifier);
        wanted.ignore();
        QCoreApplication::sendEvent(&world.list, &wanted);
        QVERIFY(wanted.isAccepted());
        QKeyEvent other(QEvent::ShortcutOverride, Qt::Key_Slash, Qt::NoModifier);
        other.ignore();
        QCoreApplication::sendEvent(&world.list, &other);
        QVERIFY(!other.isAccepted());
    }

    void aDoubleClickOpensAndAClickDoesNot()
    {
        World world({QStringLiteral("one"), QStringLiteral("two")});
        const QPoint place = world.list.visualRect(world.rows.index(1, 0)).topLeft() + QPoint(60, 20);
        QTest::mouseClick(world.list.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(world.done, QStringList());
        QCOMPARE(world.current(), 1);
        QTest::mouseDClick(world.list.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(world.done, QStringList{QStringLiteral("open two")});
    }

    void theHoveredRowHasButtons_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void theHoveredRowHasButtons()
    {
        QFETCH(Qt::LayoutDirection, direction);
        World world({QStringLiteral("one"), QStringLiteral("two")}, direction);
        const QPoint copy = world.buttonAt(1, 1);
        // A finger does not see the buttons.
        QTest::mouseClick(world.list.viewport(), Qt::LeftButton, {}, copy);
        QCOMPARE(world.done, QStringList());
        const QImage before = world.list.grab().toImage();
        world.movePointer(copy);
        QVERIFY(world.list.grab().toImage() != before);
        QTest::mouseClick(world.list.viewport(), Qt::LeftButton, {}, copy);
        QCOMPARE(world.done, QStringList{QStringLiteral("copy two")});
        QTest::mouseClick(world.list.viewport(), Qt::LeftButton, {}, world.buttonAt(1, 0));
        QCOMPARE(world.done.last(), QStringLiteral("open two"));
    }

    void aPressThatEndsOnAnotherRowDoesNothing()
    {
        World world({QStringLiteral("one"), QStringLiteral("two")});
        world.movePointer(world.buttonAt(0, 1));
        QTest::mousePress(world.list.viewport(), Qt::LeftButton, {}, world.buttonAt(0, 1));
        world.movePointer(world.buttonAt(1, 1));
        QTest::mouseRelease(world.list.viewport(), Qt::LeftButton, {}, world.buttonAt(1, 1));
        QCOMPARE(world.done, QStringList());
    }

    /// Else the person would have to move it before each press.
    void theRowThatComesBelowThePointerHasButtons()
    {
        World world({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
        const QPoint copy = world.buttonAt(0, 1);
        world.movePointer(copy);
        QTest::mouseClick(world.list.viewport(), Qt::LeftButton, {}, copy);
        world.rows.replace({QStringLiteral("two"), QStringLiteral("three")});
        QTest::mouseClick(world.list.viewport(), Qt::LeftButton, {}, copy);
        QCOMPARE(world.done, (QStringList{QStringLiteral("copy one"), QStringLiteral("copy two")}));
    }

    void theRowThatIsScrolledBelowThePointerHasButtons()
    {
        World world(many(50));
        const QPoint copy = world.buttonAt(0, 1);
        world.movePointer(copy);
        world.list.verticalScrollBar()->setValue(world.list.sizeHintForRow(0));
        QTest::mouseClick(world.list.viewport(), Qt::LeftButton, {}, copy);
        QCOMPARE(world.done, QStringList{QStringLiteral("copy row 1")});
    }

    void aDoubleClickDoesNotActOnTheRowThatComesNext()
    {
        World world({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
        const QPoint copy = world.buttonAt(0, 1);
        world.movePointer(copy);
        QTest::mouseClick(world.list.viewport(), Qt::LeftButton, {}, copy);
        world.rows.replace({QStringLiteral("two"), QStringLiteral("three")});
        QMouseEvent twice(QEvent::MouseButtonDblClick, QPointF(copy), QPointF(world.list.viewport()->mapToGlobal(copy)), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(world.list.viewport(), &twice);
        QTest::mouseRelease(world.list.viewport(), Qt::LeftButton, {}, copy);
        QCOMPARE(world.done, QStringList{QStringLiteral("copy one")});
    }

    void theMenuHasAllActions()
    {
        World world({QStringLiteral("one")});
        world.choose(0);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(world.list.viewport(), &event);
        auto *menu = world.list.findChild<QMenu *>(QStringLiteral("rowMenu"));
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 3);
        menu->actions().last()->trigger();
        QCOMPARE(world.done, QStringList{QStringLiteral("mark one")});
        menu->close();
    }

    void theCurrentRowStaysCurrentWhenTheRowsChange()
    {
        World world({QStringLiteral("A:"), QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
        world.choose(3);
        world.rows.replace({QStringLiteral("A:"), QStringLiteral("zero"), QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
        QCOMPARE(world.list.currentKey(), QStringLiteral("three"));
        QVERIFY(world.list.selectionModel()->isRowSelected(4));
        world.rows.replace({QStringLiteral("A:"), QStringLiteral("zero"), QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("four")});
        QCOMPARE(world.list.currentKey(), QStringLiteral("four"));
        world.rows.replace({QStringLiteral("A:"), QStringLiteral("zero")});
        QCOMPARE(world.list.currentKey(), QStringLiteral("zero"));
        world.rows.replace({});
        QCOMPARE(world.list.currentKey(), QString());
    }

    void thePlaceInTheListStaysWhenTheRowsChange()
    {
        World world(many(100));
        world.list.verticalScrollBar()->setValue(1000);
        world.rows.replace(many(101));
        QCOMPARE(world.list.verticalScrollBar()->value(), 1000);
    }

    void rowsAreSpokenInWords()
    {
        const Row row{.group = QStringLiteral("Needs you"),
                      .isUnread = true,
                      .owner = QStringLiteral("ada"),
                      .title = QStringLiteral("tide"),
                      .titlePills = {{QStringLiteral("Private")}},
                      .facts = QStringLiteral("Tables"),
                      .figures = {{.text = QStringLiteral("1.9k"), .words = QStringLiteral("1,946 stars")}},
                      .at = noon.addSecs(-600)};
        QCOMPARE(spoken(row, noon), QStringLiteral("Needs you, Unread, ada/tide, Private, Tables, 1,946 stars, 10 min ago"));
        World world({QStringLiteral("one")});
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&world.list);
        QCOMPARE(list->child(0)->text(QAccessible::Name), QStringLiteral("one, 1,946 stars, 10 min ago"));
    }

    void theCurrentRowShowsTheFocusOfTheKeyboard()
    {
        World world({QStringLiteral("one"), QStringLiteral("two")});
        world.list.activateWindow();
        world.list.setFocus();
        QTRY_VERIFY(world.list.hasFocus());
        world.choose(0);
        const QImage before = world.list.grab().toImage();
        world.list.setAttribute(Qt::WA_KeyboardFocusChange);
        const QImage after = world.list.grab().toImage();
        const QRect row = world.list.visualRect(world.rows.index(0, 0));
        QVERIFY(before != after);
        int changed = 0;
        for (int y = row.top(); y <= row.top() + 8; ++y)
            changed += before.pixel(row.center().x(), y) != after.pixel(row.center().x(), y) ? 1 : 0;
        QVERIFY2(changed >= 2, qPrintable(QString::number(changed)));
    }

    void textWithBreaksIsPaintedAsOneLine_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *separator : {"\n", "\r", "\t", "\v", "\f", "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9"})
            QTest::addRow("%s", QByteArray(separator).toHex().constData()) << QStringLiteral("one%1two").arg(QString::fromUtf8(separator));
    }

    void textWithBreaksIsPaintedAsOneLine()
    {
        QFETCH(QString, text);
        QCOMPARE(painted({.title = text, .facts = text}), painted({.title = QStringLiteral("one two"), .facts = QStringLiteral("one two")}));
    }

    void longTextIsCutWithAnEllipsis()
    {
        const QString word(5000, QLatin1Char('W'));
        QCOMPARE(painted({.title = word}), painted({.title = word.left(200)}));
        const RowLook how{.area = QRect(0, 0, 400, 58), .now = noon};
        QVERIFY(isTitleCut({.title = word}, how));
        QVERIFY(!isTitleCut({.title = QStringLiteral("short")}, how));
    }

    void theTooltipHasTheExactNumbers()
    {
        World world(many(3));
        const QPoint place = world.list.visualRect(world.rows.index(1, 0)).center();
        QHelpEvent help(QEvent::ToolTip, place, world.list.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(world.list.viewport(), &help);
        QVERIFY2(QToolTip::text().contains(QStringLiteral("1,946 stars")), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void markupIsPaintedAsText()
    {
        QVERIFY(painted({.title = QStringLiteral("<b>a</b>")}) != painted({.title = QStringLiteral("a")}));
    }

    void compactRowsAreLower()
    {
        World world(many(3));
        const int height = world.list.sizeHintForRow(0);
        look::setCompact(true);
        QVERIFY(world.list.sizeHintForRow(0) < height);
        QVERIFY(!world.list.grab().isNull());
        look::setCompact(false);
        QCOMPARE(world.list.sizeHintForRow(0), height);
    }
};

} // namespace tst_rowlist

LATCHKEY_TEST(tst_rowlist, RowListTest, QApplication)

#include "tst_rowlist.moc"
