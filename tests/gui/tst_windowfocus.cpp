// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/reachable.h"
#include "gui/tour.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/look/style/install.h"
#include "gui/profile/contributions/contributionview.h"
#include "support/test.h"

#include <QSet>
#include <QFocusFrame>

#include <cstdio>

namespace tst_windowfocus {

QString nameOf(const QWidget &widget)
{
    return QStringLiteral("%1 “%2”").arg(QLatin1String(widget.metaObject()->className()),
                                         widget.objectName().isEmpty() ? widget.accessibleName() : widget.objectName());
}

/// The part of a window that is to have a ring: the widget with the focus, or the current row of a list or day of a calendar.
QRect ringedPart(const QWidget &focused)
{
    const QWidget *whole = &focused;
    if (qobject_cast<const QLineEdit *>(whole) && qobject_cast<const QComboBox *>(whole->parentWidget()))
        whole = whole->parentWidget();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(whole); view && view->currentIndex().isValid()) {
        const QRect row = view->visualRect(view->currentIndex()) & view->viewport()->rect();
        return row.translated(view->viewport()->mapTo(view->window(), QPoint()));
    }
    if (const auto *calendar = qobject_cast<const ContributionView *>(whole))
        return calendar->currentSquare().translated(calendar->mapTo(calendar->window(), QPoint()));
    return QRect(whole->mapTo(whole->window(), QPoint()), whole->size());
}

struct Pictures
{
    QImage without;
    QImage with;

    bool isRing(const QPoint &at) const
    {
        if (!with.valid(at) || with.pixel(at) == without.pixel(at))
            return false;
        const QColor color = with.pixelColor(at);
        const QColor ring = look::colors().link;
        constexpr int tolerance = 10;
        return std::abs(color.red() - ring.red()) <= tolerance && std::abs(color.green() - ring.green()) <= tolerance
            && std::abs(color.blue() - ring.blue()) <= tolerance;
    }

    /// The most pixels of ring in a row, on a line across an edge.
    int thickness(const QPoint &edge, const QPoint &step) const
    {
        constexpr int reach = 8; // Pixels to both sides of the edge.
        int most = 0;
        int run = 0;
        for (int i = -reach; i <= reach; ++i) {
            run = isRing(edge + i * step) ? run + 1 : 0;
            most = std::max(most, run);
        }
        return most;
    }
};

/// The sides of a rectangle on which the ring is missing or too thin. Sides that are scrolled away don't count.
QStringList sidesWithoutRing(const Pictures &pictures, const QRect &part, const QRect &visible)
{
    struct Side
    {
        const char *name;
        QPoint middle;
        QPoint step;
    };
    const QPoint center = part.center();
    const Side sides[] = {{"left", {part.left(), center.y()}, {1, 0}},
                          {"right", {part.right(), center.y()}, {1, 0}},
                          {"top", {center.x(), part.top()}, {0, 1}},
                          {"bottom", {center.x(), part.bottom()}, {0, 1}}};
    QStringList missing;
    for (const Side &side : sides) {
        if (visible.contains(side.middle) && pictures.thickness(side.middle, side.step) < look::focusRingWidth)
            missing.append(QLatin1String(side.name));
    }
    return missing;
}

class WindowFocusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void pagesOfTheMainWindow();
    void overlaysOfTheMainWindow();
    void pagesOfTheSignInWindow();
    void diagnostics();
    void settings();
    void about();

private:
    void tabThrough(QWidget &window, const QString &name);
    void lookAt(QWidget &focused, const QString &page);

    const tour::Look m_look = [this](QWidget &window, const QString &name) { tabThrough(window, name); };
    std::unique_ptr<SignedIn> m_signedIn;
    QStringList m_faults;
    int m_looked = 0;
};

void WindowFocusTest::initTestCase()
{
    look::install(false);
    look::use(look::colorsFor({}));
    QApplication::setCursorFlashTime(0);
    m_signedIn = std::make_unique<SignedIn>("read:user notifications repo");
}

void WindowFocusTest::cleanup()
{
    const QStringList faults = std::exchange(m_faults, {});
    for (const QString &fault : faults)
        std::printf("%s\n", qPrintable(fault));
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1 widgets without a ring, see above").arg(faults.size())));
}

void WindowFocusTest::cleanupTestCase()
{
    std::printf("%d widgets were looked at\n", m_looked);
}

void WindowFocusTest::lookAt(QWidget &focused, const QString &page)
{
    QWidget &window = *focused.window();
    settle();
    Pictures pictures;
    pictures.with = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QRect part = ringedPart(focused);
    const QRect visible = uncutPart(focused).translated(focused.mapTo(&window, QPoint()));
    focused.clearFocus();
    pictures.without = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    focused.setFocus(Qt::TabFocusReason);
    ++m_looked;
    QStringList sides = sidesWithoutRing(pictures, part, visible);
    if (visible.isEmpty())
        sides.append(QStringLiteral("any side: it is scrolled away"));
    if (sides.isEmpty())
        return;
    if (const QString folder = qEnvironmentVariable("LATCHKEY_PICTURES"); !folder.isEmpty())
        pictures.with.save(QStringLiteral("%1/%2-%3.png").arg(folder, page).arg(m_looked));
    m_faults.append(QStringLiteral("%1, %2: %3 has no ring at %4").arg(page).arg(m_looked).arg(nameOf(focused), sides.join(QLatin1String(", "))));
}

/// Follows Tab until it has come around.
void WindowFocusTest::tabThrough(QWidget &window, const QString &name)
{
    QApplication::setActiveWindow(&window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    constexpr int mostWidgets = 200;
    QSet<QWidget *> seen;
    for (int i = 0; i < mostWidgets; ++i) {
        QWidget *before = QApplication::focusWidget();
        QTest::keyClick(before ? before : &window, Qt::Key_Tab);
        QWidget *focused = QApplication::focusWidget();
        if (focused && focused == before && i < mostWidgets - 1)
            continue; // To the next link in a text, or nothing else takes the focus.
        if (!focused || seen.contains(focused))
            break;
        seen.insert(focused);
        lookAt(*focused, name);
    }
    QVERIFY2(!seen.isEmpty(), qPrintable(name));
}

void WindowFocusTest::pagesOfTheMainWindow()
{
    MainWindow window(m_signedIn->account());
    window.show();
    tour::pages(window, m_look);
}

void WindowFocusTest::overlaysOfTheMainWindow()
{
    MainWindow window(m_signedIn->account());
    window.show();
    tour::turnTo(window, PageId::Profile);
    tour::overlays(window, m_signedIn->account(), m_look);
}

void WindowFocusTest::pagesOfTheSignInWindow()
{
    tour::Gate gate(demoProviderAt(m_signedIn->server.origin()));
    tour::signInWindow(gate, m_look);
}

void WindowFocusTest::diagnostics()
{
    tour::diagnostics(m_look);
}

void WindowFocusTest::settings()
{
    tour::settings(m_look);
}

void WindowFocusTest::about()
{
    tour::about(m_look);
}

} // namespace tst_windowfocus

LATCHKEY_TEST(tst_windowfocus, WindowFocusTest, QApplication)

#include "tst_windowfocus.moc"
