// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/tour.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/look/motion.h"
#include "gui/look/style/install.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QScrollArea>

namespace {

const QSize mainWindowSize(1120, 760);

/// What the pictures are to look like, and where they go.
struct Wanted
{
    QDir folder;
    int width = 0; ///< Of every window; 0: as it opens.
};

/// Pictures and layouts follow their page: a window is done when it has stayed the same for a while.
QPixmap pictureOf(QWidget &window)
{
    constexpr int pause = 150; // Milliseconds.
    constexpr int mostPauses = 40;
    QImage last;
    for (int i = 0; i < mostPauses; ++i) {
        QTest::qWait(pause);
        const QPixmap picture = window.grab();
        const QImage now = picture.toImage();
        if (now == last)
            return picture;
        last = now;
    }
    qFatal("%s does not come to rest", qPrintable(window.objectName()));
}

void save(QWidget &window, const QString &file)
{
    constexpr int smallest = 1; // Of 100, where PNG knows size and time only.
    if (!pictureOf(window).save(file, "PNG", smallest))
        qFatal("%s cannot be written", qPrintable(file));
}

/// As high as the whole page.
int heightOf(QWidget &window)
{
    const auto *stack = window.findChild<PageStack *>();
    const auto *area = stack ? qobject_cast<QScrollArea *>(stack->currentWidget()) : nullptr;
    if (!area)
        return window.height();
    const QWidget *content = area->widget();
    const int needed = content->hasHeightForWidth() ? content->heightForWidth(content->width()) : content->sizeHint().height();
    return std::max(window.height(), needed + window.height() - area->viewport()->height());
}

tour::Look photographer(const Wanted &wanted)
{
    return [wanted](QWidget &window, const QString &name) {
        if (wanted.width > 0)
            window.resize(wanted.width, window.height());
        save(window, wanted.folder.filePath(name + QStringLiteral(".png")));
        if (name != keyOf(PageId::Profile))
            return;
        const QSize size = window.size();
        window.resize(size.width(), heightOf(window));
        save(window, wanted.folder.filePath(name + QStringLiteral("-whole.png")));
        window.resize(size);
    };
}

void takePictures(const Wanted &wanted)
{
    const QDateTime now(QDate(2026, 5, 4), QTime(10, 0), Qt::UTC);
    const SignedIn world("read:user notifications repo", now);
    const tour::Look look = photographer(wanted);
    tour::Gate gate(demoProviderAt(world.server.origin()));
    tour::signInWindow(gate, look);
    MainWindow window(world.account());
    window.resize(mainWindowSize);
    window.show();
    tour::pages(window, look);
    tour::turnTo(window, PageId::Inbox);
    tour::overlays(window, world.account(), look);
    tour::settings(look);
    tour::about(look);
}

/// The same bytes on every computer with the same Qt and the same fonts.
void fixAppearance()
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(13);
    QApplication::setFont(font);
    QApplication::setCursorFlashTime(0);
    look::setMotionReduced(true);
    look::install(false);
}

} // namespace

/// Pictures of every page of every window, from the demo's account. script/screenshots runs it.
int main(int argc, char *argv[])
{
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("where the pictures go"));
    const QCommandLineOption isDark(QStringLiteral("dark"), QStringLiteral("dark colors"));
    const QCommandLineOption isHighContrast(QStringLiteral("high-contrast"), QStringLiteral("more contrast"));
    const QCommandLineOption isMirrored(QStringLiteral("right-to-left"), QStringLiteral("as for Arabic"));
    const QCommandLineOption zoom(QStringLiteral("zoom"), QStringLiteral("1 is 100 %"), QStringLiteral("factor"), QStringLiteral("1"));
    const QCommandLineOption width(QStringLiteral("width"), QStringLiteral("of every window"), QStringLiteral("pixels"), QStringLiteral("0"));
    parser.addOptions({isDark, isHighContrast, isMirrored, zoom, width});
    parser.process(application);
    if (parser.positionalArguments().size() != 1 || !QDir().mkpath(parser.positionalArguments().constFirst()))
        return 2;
    fixAppearance();
    look::use(look::colorsFor({parser.isSet(isDark), parser.isSet(isHighContrast), {}}));
    look::setZoom(parser.value(zoom).toDouble());
    if (parser.isSet(isMirrored))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    takePictures({QDir(parser.positionalArguments().constFirst()), parser.value(width).toInt()});
    return 0;
}
