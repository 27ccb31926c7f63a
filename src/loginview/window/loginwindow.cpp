// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/window/loginwindow.h"

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "loginview/page/loginpage.h"
#include "loginview/page/pageload.h"
#include "loginview/protocol/command.h"
#include "loginview/protocol/events.h"
#include "loginview/window/browserbar.h"
#include "loginview/window/loadbar.h"
#include "loginview/window/notice.h"
#include "loginview/window/originlabel.h"
#include "loginview/window/toolbar.h"

#include <QAction>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QVBoxLayout>
#include <QWebEngineProfile>
#include <QWebEngineView>
#include <QWindow>

namespace {

constexpr QSize comfortableSize(540, 740);

/// For the frame and the title bar, which are not known before the window is shown.
constexpr QSize frame(8, 32);

bool isHealthy(QWebEnginePage::RenderProcessTerminationStatus status)
{
    return status == QWebEnginePage::NormalTerminationStatus;
}

} // namespace

LoginWindow::LoginWindow(std::chrono::milliseconds patience)
    : m_profile(new QWebEngineProfile(this)), // Without a name it is off the record.
      m_page(new LoginPage(m_profile, nullptr)),
      m_load(new PageLoad(*m_page, patience, this)),
      m_view(new QWebEngineView(this)),
      m_bar(new ToolBar(this)),
      m_origin(new OriginLabel(this)),
      m_notice(new Notice(this)),
      m_progress(new LoadBar(this))
{
    setWindowFlags(Qt::Dialog); // Only dialogs of another window stay above it on X11.
    setWindowTitle(tr("Sign-in page — Latchkey"));
    m_profile->setHttpAcceptLanguage(QLocale().uiLanguages().join(QLatin1Char(',')));
    m_view->setPage(m_page);
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setObjectName(QStringLiteral("loginView"));
    m_view->setAcceptDrops(false); // A dropped link or file would replace the page.

    auto *browserBar = new BrowserBar(this);
    connect(browserBar, &BrowserBar::browserRequested, this, &LoginWindow::browserRequested);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(m_view, 1);
    layout->addWidget(browserBar);
    setCentralWidget(central);

    buildToolBar();
    connectPage();
    const QRect available = screen()->availableGeometry();
    resize(comfortableSize.boundedTo(available.size() - frame));
    move(available.center() - rect().center());
    m_page->load(QUrl(QStringLiteral("about:blank")));
}

LoginWindow::~LoginWindow()
{
    delete m_page; // Must go before its profile.
}

QAction *LoginWindow::addAction(QToolBar &bar, const char *name, const QString &text, const QIcon &icon)
{
    QAction *action = icon.isNull() ? bar.addAction(text) : bar.addAction(icon, text);
    action->setObjectName(QLatin1String(name));
    return action;
}

void LoginWindow::buildToolBar()
{
    ToolBar *bar = m_bar;
    bar->setWindowTitle(tr("Navigation"));
    bar->toggleViewAction()->setVisible(false);
    addToolBar(bar);
    QAction *back = addAction(*bar, "backAction", tr("Back"), look::glyphIcon(look::Glyph::ChevronLeft));
    back->setShortcuts(QKeySequence::Back);
    connect(back, &QAction::triggered, m_load, &PageLoad::goBack);
    QAction *reload = addAction(*bar, "reloadAction", tr("Reload"), look::glyphIcon(look::Glyph::Refresh));
    reload->setShortcuts(QKeySequence::Refresh);
    connect(reload, &QAction::triggered, this, &LoginWindow::reload);
    connect(m_page, &QWebEnginePage::loadFinished, back, [this, back] { back->setEnabled(m_load->canGoBack()); });
    bar->addWidget(m_origin);
    QAction *cancel = addAction(*bar, "cancelAction", tr("Cancel"), {});
    cancel->setShortcut(QKeySequence::Cancel);
    connect(cancel, &QAction::triggered, this, &LoginWindow::canceled);
}

void LoginWindow::connectPage()
{
    connect(m_page, &QWebEnginePage::urlChanged, this, &LoginWindow::showOrigin);
    connect(m_page, &QWebEnginePage::loadProgress, this, &LoginWindow::showOrigin); // No signal says that a page has come.
    connect(m_page, &QWebEnginePage::loadProgress, m_progress, &QProgressBar::setValue);
    connect(m_page, &QWebEnginePage::loadFinished, m_progress, &QProgressBar::reset);
    connect(m_page, &QWebEnginePage::loadFinished, this, &LoginWindow::leaveFocusToPage);
    connect(m_page, &QWebEnginePage::loadFinished, this, &LoginWindow::handleFirstLoad, Qt::SingleShotConnection);
    connect(m_page, &QWebEnginePage::windowCloseRequested, this, &LoginWindow::closePage);
    connect(m_page, &LoginPage::refused, m_notice, &Notice::say);
    connect(m_page, &LoginPage::browserNeeded, m_notice, &Notice::offerWaysOut);
    connect(m_load, &PageLoad::moving, m_notice, &Notice::hide);
    connect(m_load, &PageLoad::stuck, m_notice, &Notice::offerWaysOut);
    connect(m_load, &PageLoad::ended, this, [this](bool isShown, const QString &problem) {
        showOrigin();
        tell(QStringLiteral("loaded"), {{QStringLiteral("ok"), isShown}});
        if (!problem.isEmpty() && m_notice->isHidden())
            m_notice->offerWaysOut(problem);
    });
    connect(m_notice, &Notice::reloadRequested, this, &LoginWindow::reload);
    connect(m_notice, &Notice::browserRequested, this, &LoginWindow::browserRequested);
    connect(m_page, &QWebEnginePage::renderProcessTerminated, this,
            [this](QWebEnginePage::RenderProcessTerminationStatus status) {
                if (!isHealthy(status))
                    Q_EMIT rendererDied();
            });
}

void LoginWindow::useLook(const Surroundings &surroundings)
{
    look::use(look::colorsFor({.isDark = surroundings.isDark,
                               .isHighContrast = surroundings.isHighContrast,
                               .accent = QColor(surroundings.accent)}));
    look::setZoom(surroundings.zoom);
    m_bar->useZoom();
    m_origin->useZoom();
    m_view->setZoomFactor(surroundings.zoom);
    m_page->setBackgroundColor(look::colors().canvas);
}

/// A window of another process can only be named on X11. Wayland lets no window choose its place.
void LoginWindow::placeOver(const Surroundings &surroundings)
{
    if (surroundings.opener.isEmpty())
        return;
    QScreen *screen = QGuiApplication::screenAt(surroundings.opener.center());
    const QRect available = (screen ? screen : this->screen())->availableGeometry();
    const QSize wanted(look::zoomed(comfortableSize.width()), look::zoomed(comfortableSize.height()));
    QRect place(QPoint(), wanted.boundedTo(available.size() - frame));
    place.moveCenter(surroundings.opener.center());
    place.moveRight(std::min(place.right(), available.right()));
    place.moveBottom(std::min(place.bottom(), available.bottom()));
    place.moveTopLeft({std::max(place.left(), available.left()), std::max(place.top(), available.top() + frame.height())});
    setGeometry(place);
    if (surroundings.openerId == 0 || QGuiApplication::platformName() != QLatin1String("xcb"))
        return;
    winId(); // Makes the native window.
    m_opener.reset(QWindow::fromWinId(WId(surroundings.openerId)));
    windowHandle()->setTransientParent(m_opener.get());
}

void LoginWindow::open(const QUrl &url, const Surroundings &surroundings)
{
    useLook(surroundings);
    placeOver(surroundings);
    m_origin->showPage(url);
    m_page->allowQuestions();
    if (m_isReady)
        m_page->load(url);
    else
        m_first = url;
    show();
    raise();
    activateWindow();
    m_view->setFocus();
    tell(QStringLiteral("shown"));
}

void LoginWindow::showOrigin()
{
    if (m_load->isErrorShown())
        m_origin->showNoPage(m_load->shownUrl());
    else
        m_origin->showPage(m_load->shownUrl());
}

void LoginWindow::handleFirstLoad()
{
    m_isReady = true;
    Q_EMIT ready();
    if (!m_first.isEmpty())
        m_page->load(m_first);
}

/// A page shows itself what has the focus. The widget that draws it may be another one after each load.
void LoginWindow::leaveFocusToPage()
{
    for (QWidget *widget : m_view->findChildren<QWidget *>())
        widget->setProperty("paintsOwnFocusRing", true);
}

void LoginWindow::reload()
{
    m_notice->hide();
    m_page->allowQuestions();
    m_load->reload();
}

/// A page that opened in place of a new window leads back to its opener. Without an opener, the person is done.
void LoginWindow::closePage()
{
    if (m_load->canGoBack())
        m_load->goBack();
    else
        Q_EMIT canceled();
}

void LoginWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT canceled();
}

#include "moc_loginwindow.cpp"
