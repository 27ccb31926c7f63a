// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/layoutfaults.h"
#include "gui/longtranslation.h"
#include "gui/tour.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/look/style/install.h"
#include "support/test.h"

#include <cstdio>

namespace tst_layout {

constexpr int widths[] = {480, 720, 1120, 1920};
constexpr int height = 900;
constexpr qreal zooms[] = {1, 2};

/// Texts are longer while this exists.
class Language
{
public:
    explicit Language(bool isLong)
    {
        if (isLong)
            QCoreApplication::installTranslator(&m_translation);
    }

    ~Language() { QCoreApplication::removeTranslator(&m_translation); }

private:
    LongTranslation m_translation;
};

class LayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void pagesOfTheMainWindow_data();
    void pagesOfTheMainWindow();
    void overlaysOfTheMainWindow_data();
    void overlaysOfTheMainWindow();
    void pagesOfTheSignInWindow_data();
    void pagesOfTheSignInWindow();
    void diagnostics_data();
    void diagnostics();
    void settings_data();
    void settings();
    void about_data();
    void about();

private:
    static void addLanguages();
    void lookAtAllSizes(QWidget &window, const QString &what);
    void lookAtAllWidths(QWidget &window, const QString &what);

    const tour::Look m_look = [this](QWidget &window, const QString &name) { lookAtAllSizes(window, name); };
    std::unique_ptr<SignedIn> m_signedIn;
    QStringList m_faults; ///< Of the test function that runs.
    int m_looked = 0;
};

void LayoutTest::initTestCase()
{
    look::install(false);
    look::use(look::colorsFor({}));
    m_signedIn = std::make_unique<SignedIn>("read:user notifications repo");
}

void LayoutTest::cleanup()
{
    look::setZoom(1);
    m_faults.removeDuplicates();
    const QStringList faults = std::exchange(m_faults, {});
    for (const QString &fault : faults)
        std::printf("%s\n", qPrintable(fault)); // QVERIFY2 would leave most of them out.
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1 faults, see above").arg(faults.size())));
}

void LayoutTest::cleanupTestCase()
{
    std::printf("%d windows were looked at\n", m_looked);
}

void LayoutTest::addLanguages()
{
    QTest::addColumn<bool>("isLong");
    QTest::newRow("usual texts") << false;
    QTest::newRow("long texts") << true;
}

void LayoutTest::lookAtAllWidths(QWidget &window, const QString &what)
{
    for (const int width : widths) {
        window.resize(width, height);
        settle();
        ++m_looked;
        const QString place = QStringLiteral("%1, %2 px at %3 %: ").arg(what).arg(width).arg(look::zoom() * 100);
        if (window.width() > width)
            m_faults.append(place + QStringLiteral("the window is %1 wide").arg(window.width()));
        const QStringList faults = layoutFaultsOf(window);
        for (const QString &fault : faults)
            m_faults.append(place + fault);
    }
}

/// The zoom changes while the window is open, as in the settings.
void LayoutTest::lookAtAllSizes(QWidget &window, const QString &what)
{
    for (const qreal zoom : zooms) {
        look::setZoom(zoom);
        settle(); // A window may follow the zoom with its size.
        lookAtAllWidths(window, what);
    }
}

void LayoutTest::pagesOfTheMainWindow_data()
{
    addLanguages();
}

void LayoutTest::pagesOfTheMainWindow()
{
    QFETCH(bool, isLong);
    const Language language(isLong);
    MainWindow window(m_signedIn->account());
    window.show();
    tour::pages(window, m_look);
}

void LayoutTest::overlaysOfTheMainWindow_data()
{
    addLanguages();
}

void LayoutTest::overlaysOfTheMainWindow()
{
    QFETCH(bool, isLong);
    const Language language(isLong);
    MainWindow window(m_signedIn->account());
    window.show();
    tour::turnTo(window, PageId::Profile);
    tour::overlays(window, m_signedIn->account(), m_look);
}

void LayoutTest::pagesOfTheSignInWindow_data()
{
    addLanguages();
}

void LayoutTest::pagesOfTheSignInWindow()
{
    QFETCH(bool, isLong);
    const Language language(isLong);
    tour::Gate gate(demoProviderAt(m_signedIn->server.origin()));
    tour::signInWindow(gate, m_look);
}

void LayoutTest::diagnostics_data()
{
    addLanguages();
}

void LayoutTest::diagnostics()
{
    QFETCH(bool, isLong);
    const Language language(isLong);
    tour::diagnostics(m_look);
}

void LayoutTest::settings_data()
{
    addLanguages();
}

void LayoutTest::settings()
{
    QFETCH(bool, isLong);
    const Language language(isLong);
    tour::settings(m_look);
}

void LayoutTest::about_data()
{
    addLanguages();
}

void LayoutTest::about()
{
    QFETCH(bool, isLong);
    const Language language(isLong);
    tour::about(m_look);
}

} // namespace tst_layout

LATCHKEY_TEST(tst_layout, LayoutTest, QApplication)

#include "tst_layout.moc"
