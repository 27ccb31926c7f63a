// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/loginwindow.h"

#include "loginview/command.h"
#include "loginview/events.h"
#include "loginview/loginpage.h"

#include <QAction>
#include <QCloseEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QScreen>
#include <QStyle>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWebEngineHistory>
#include <QWebEngineProfile>
#include <QWebEngineView>

namespace {

constexpr QSize comfortableSize(540, 740);

bool isHealthy(QWebEnginePage::RenderProcessTerminationStatus status)
{
    return status == QWebEnginePage::NormalTerminationStatus;
}

} // namespace

LoginWindow::LoginWindow()
    : m_profile(new QWebEngineProfile(this)), // Without a name it is off the record.
      m_page(new LoginPage(m_profile, nullptr)),
      m_view(new QWebEngineView(this)),
      m_origin(new QLabel(this)),
      m_notice(new QLabel(this)),
      m_progress(new QProgressBar(this))
{
    setWindowTitle(tr("Sign-in page — Latchkey"));
    m_profile->setHttpAcceptLanguage(QLocale().uiLanguages().join(QLatin1Char(',')));
    m_view->setPage(m_page);
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setObjectName(QStringLiteral("loginView"));

    m_notice->setObjectName(QStringLiteral("noticeLabel"));
    m_notice->setWordWrap(true);
    m_notice->setMargin(10);
    m_notice->hide();
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
    resize(comfortableSize.boundedTo(available.size()));
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
    connect(back, &QAction::triggered, m_view, &QWebEngineView::back);
    QAction *reload = add("reloadAction", tr("Reload"), QStyle::SP_BrowserReload);
    reload->setShortcuts(QKeySequence::Refresh);
    connect(reload, &QAction::triggered, m_view, &QWebEngineView::reload);
    connect(m_page, &QWebEnginePage::loadFinished, back, [this, back] {
        back->setEnabled(m_page->history()->backItem().url().scheme() != QLatin1String("about")
                         && m_page->history()->canGoBack());
    });

    m_origin->setObjectName(QStringLiteral("originLabel"));
    m_origin->setMargin(6);
    m_origin->setTextFormat(Qt::PlainText);
    m_origin->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(m_origin);

    QAction *cancel = bar->addAction(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelAction"));
    cancel->setShortcut(QKeySequence::Cancel);
    connect(cancel, &QAction::triggered, this, &LoginWindow::canceled);
}

void LoginWindow::connectPage()
{
    connect(m_page, &QWebEnginePage::urlChanged, this, &LoginWindow::showOrigin);
    connect(m_page, &QWebEnginePage::loadStarted, m_notice, &QLabel::hide);
    connect(m_page, &QWebEnginePage::loadProgress, m_progress, &QProgressBar::setValue);
    connect(m_page, &QWebEnginePage::loadFinished, this, &LoginWindow::handleLoadFinished);
    connect(m_page, &LoginPage::refused, this, [this](const QString &sentence) {
        m_notice->setText(sentence);
        m_notice->show();
    });
    connect(m_page, &QWebEnginePage::renderProcessTerminated, this,
            [this](QWebEnginePage::RenderProcessTerminationStatus status) {
                if (!isHealthy(status))
                    Q_EMIT rendererDied();
            });
}

void LoginWindow::open(const QUrl &url)
{
    showOrigin(url);
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

void LoginWindow::showOrigin(const QUrl &url)
{
    const QString origin = originText(url);
    if (url.scheme() == QLatin1String("https"))
        m_origin->setText(tr("Secure connection to %1").arg(origin));
    else if (!origin.isEmpty())
        m_origin->setText(tr("On this computer: %1").arg(origin));
    else
        m_origin->clear();
    m_origin->setToolTip(m_origin->text());
}

void LoginWindow::handleLoadFinished(bool isLoaded)
{
    m_progress->setValue(0);
    if (!m_isReady) {
        m_isReady = true;
        Q_EMIT ready();
        if (!m_first.isEmpty())
            m_page->load(m_first);
        return;
    }
    tell(QStringLiteral("loaded"), {{QStringLiteral("ok"), isLoaded}});
    if (!isLoaded && m_notice->isHidden()) {
        m_notice->setText(tr("The page could not be loaded. Check your connection, and press Reload."));
        m_notice->show();
    }
}

void LoginWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT canceled();
}

#include "moc_loginwindow.cpp"
