// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/tour.h"

#include "support/test.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QComboBox>

namespace tst_accessiblenames {

/// Parts of controls, which a screen reader hears of as a whole.
bool isPart(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    for (; parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QComboBox *>(parent) || parent->inherits("QAbstractSpinBox"))
            return true;
    }
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    return area && area->viewport() == &widget;
}

/// On Linux, the name of a combo box is what is chosen. Its label, or else its description, says what it is for.
bool hasPurpose(const QAccessibleInterface &box)
{
    return !box.text(QAccessible::Description).isEmpty() || !box.relations(QAccessible::Label).isEmpty();
}

class AccessibleNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesOfTheMainWindow()
    {
        const SignedIn world("read:user notifications repo");
        MainWindow window(world.account());
        window.show();
        tour::pages(window, look());
    }

    void overlaysOfTheMainWindow()
    {
        const SignedIn world("read:user notifications repo");
        MainWindow window(world.account());
        window.show();
        tour::turnTo(window, PageId::Profile);
        tour::overlays(window, world.account(), look());
    }

    void pagesOfTheSignInWindow()
    {
        const SignedIn world;
        tour::Gate gate(world.session->provider());
        tour::signInWindow(gate, look());
    }

    void otherWindows()
    {
        tour::diagnostics(look());
        tour::settings(look());
        tour::about(look());
    }

private:
    static tour::Look look()
    {
        return [](QWidget &window, const QString &name) {
            QStringList nameless;
            for (const QWidget *widget : window.findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || isPart(*widget))
                    continue;
                const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
                const bool isNamed = qobject_cast<const QComboBox *>(widget) ? hasPurpose(*accessible)
                                                                             : !accessible->text(QAccessible::Name).isEmpty();
                if (!isNamed)
                    nameless.append(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName());
            }
            QVERIFY2(nameless.isEmpty(), qPrintable(name + QStringLiteral(": ") + nameless.join(QStringLiteral(", "))));
        };
    }
};

} // namespace tst_accessiblenames

LATCHKEY_TEST(tst_accessiblenames, AccessibleNamesTest, QApplication)

#include "tst_accessiblenames.moc"
