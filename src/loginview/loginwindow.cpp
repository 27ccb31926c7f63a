// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/loginwindow.h"

#include "loginview/command.h"
#include "loginview/events.h"
#include "loginview/loginpage.h"
#include "loginview/notice.h"
#include "loginview/originlabel.h"
#include "loginview/pageload.h"

#include <QAction>
#include <QCloseEvent>
#include <QLocale>
#include <QProgressBar>
#include <QScreen>
#include <QStyle>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWebEngineProfile>
#include <QWebEngineView>

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
      m_origin(new OriginLabel(this)),
      m_notice(new Notice(this)),
      m_progress(new QProgressBar(this))
{
    setWindowTitle(tr("Sign-in page — Latchkey"));
    m_profile->setHttpAcceptLanguage(QLocale().uiLanguages().join(QLatin1Char(',')));
    m_view->setPage(m_page);
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setObjectName(QStringLiteral("loginView"));
    m_view->setAcceptDrops(false); // A dropped link or file would replace the page.

    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(3);
    m_progress->setAccessibleName(tr("Loading"));

    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(m_view, 1);
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

void LoginWindow::buildToolBar()
{
    auto *bar = addToolBar(tr("Navigation"));
    bar->setMovable(false);
    bar->toggleViewAction()->setVisible(false);
    const auto add = [&](const char *name, const QString &text, QStyle::StandardPixmap icon) {
        QAction *action = bar->addAction(style()->standardIcon(icon), text);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    QAction *back = add("backAction", tr("Back"), QStyle::SP_ArrowBack);
    back->setShortcuts(QKeySequence::Back);
    connect(back, &QAction::triggered, m_load, &PageLoad::goBack);
    QAction *reload = add("reloadAction", tr("Reload"), QStyle::SP_BrowserReload);
    reload->setShortcuts(QKeySequence::Refresh);
    connect(reload, &QAction::triggered, this, &LoginWindow::reload);
    connect(m_page, &QWebEnginePage::loadFinished, back, [this, back] { back->setEnabled(m_load->canGoBack()); });

    bar->addWidget(m_origin);

    QAction *cancel = bar->addAction(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelAction"));
    cancel->setShortcut(QKeySequence::Cancel);
    connect(cancel, &QAction::triggered, this, &LoginWindow::canceled);
}

void LoginWindow::connectPage()
{
    connect(m_page, &QWebEnginePage::urlChanged, this, &LoginWindow::showOrigin);
    connect(m_page, &QWebEnginePage::loadProgress, this, &LoginWindow::showOrigin); // No signal says that a page has come.
    connect(m_page, &QWebEnginePage::loadProgress, m_progress, &QProgressBar::setValue);
    connect(m_page, &QWebEnginePage::loadFinished, m_progress, &QProgressBar::reset);
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

void LoginWindow::open(const QUrl &url)
{
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
