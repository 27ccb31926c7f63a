// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/embeddeduseragent.h"

#include "processes/endingprocess.h"
#include "useragent/loginviewevent.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

namespace {

Q_LOGGING_CATEGORY(log, "latchkey.useragent", QtWarningMsg)

constexpr std::chrono::seconds timeToEnd(3);

} // namespace

EmbeddedUserAgent::EmbeddedUserAgent(const QString &program, std::chrono::milliseconds patience) : m_program(program)
{
    m_startWatchdog.setSingleShot(true);
    m_startWatchdog.setInterval(patience);
    connect(&m_startWatchdog, &QTimer::timeout, this, [this] { fail(QStringLiteral("not_ready")); });
}

EmbeddedUserAgent::~EmbeddedUserAgent()
{
    letGo();
}

void EmbeddedUserAgent::prepare()
{
    if (m_process)
        return;
    m_process = std::make_unique<processes::EndingProcess>();
    m_lines = LineBuffer(maximumLine);
    m_process->setProgram(m_program);
    if (log().isDebugEnabled())
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    else
        m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &EmbeddedUserAgent::readEvents);
    connect(m_process.get(), &QProcess::finished, this, [this] {
        readEvents();
        fail(QStringLiteral("ended"));
    });
    // Queued, because start() may report the error at once.
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(QFileInfo::exists(m_program) ? QStringLiteral("not_started") : QStringLiteral("missing"));
    }, Qt::QueuedConnection);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    m_hasDarkPages = m_surroundings().isDark;
    environment.insert(QStringLiteral("LATCHKEY_PAGE_COLORS"), m_hasDarkPages ? QStringLiteral("dark") : QStringLiteral("light"));
    m_process->setProcessEnvironment(environment);
    m_startWatchdog.start();
    m_process->start();
}

void EmbeddedUserAgent::show(const QUrl &authorizationRequest)
{
    m_request = authorizationRequest;
    prepare();
    if (m_isReady) {
        send({{QStringLiteral("command"), QStringLiteral("open")},
              {QStringLiteral("url"), m_request.toString(QUrl::FullyEncoded)},
              {QStringLiteral("surroundings"), toJson(m_surroundings())}});
    }
}

/// Pages have the colors that the engine has started with. As long as none is open, it can start again.
void EmbeddedUserAgent::followLook()
{
    if (!m_process)
        return;
    const Surroundings surroundings = m_surroundings();
    if (m_request.isEmpty() && surroundings.isDark != m_hasDarkPages) {
        letGo();
        prepare();
    } else if (!m_request.isEmpty() && m_isReady) {
        send({{QStringLiteral("command"), QStringLiteral("look")}, {QStringLiteral("surroundings"), toJson(surroundings)}});
    }
}

void EmbeddedUserAgent::dismiss()
{
    if (m_process)
        send({{QStringLiteral("command"), QStringLiteral("close")}});
    letGo();
}

void EmbeddedUserAgent::readEvents()
{
    if (!m_process)
        return;
    m_lines.append(m_process->readAllStandardOutput());
    // Handling an event may release the process.
    while (const auto line = m_process ? m_lines.next() : std::nullopt)
        handleEvent(*line);
    if (m_lines.isOverlong())
        fail(QStringLiteral("unreadable"));
}

void EmbeddedUserAgent::handleEvent(const QByteArray &line)
{
    const std::optional<LoginViewEvent> event = readLoginViewEvent(line);
    if (!event)
        return fail(QStringLiteral("unreadable"));
    switch (event->kind) {
    case LoginViewEvent::Kind::Ready:
        m_startWatchdog.stop();
        m_isReady = true;
        if (!m_request.isEmpty())
            show(m_request);
        break;
    case LoginViewEvent::Kind::Canceled:
        letGo();
        Q_EMIT canceled();
        break;
    case LoginViewEvent::Kind::BrowserRequested:
        letGo();
        Q_EMIT browserRequested();
        break;
    case LoginViewEvent::Kind::Failed: fail(event->reason); break;
    case LoginViewEvent::Kind::Other: break;
    }
}

void EmbeddedUserAgent::send(const QJsonObject &command)
{
    m_process->write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
}

/// Detaches from the process, which ends when its standard input closes.
void EmbeddedUserAgent::letGo()
{
    m_startWatchdog.stop();
    m_isReady = false;
    m_request.clear();
    if (!m_process)
        return;
    QProcess *process = m_process.release();
    process->disconnect();
    process->closeWriteChannel();
    if (process->state() == QProcess::NotRunning)
        return process->deleteLater();
    process->setParent(QCoreApplication::instance());
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    QTimer::singleShot(timeToEnd, process, &QProcess::kill);
}

void EmbeddedUserAgent::fail(const QString &code)
{
    if (!m_process)
        return;
    qCInfo(log) << "login view:" << code;
    letGo();
    Q_EMIT failed(Error{Error::Kind::NoUserAgent, code});
}

QString loginViewProgram()
{
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("latchkey-login-view.exe");
#else
    const QString name = QStringLiteral("latchkey-login-view");
#endif
    const QString folder = QCoreApplication::applicationDirPath() + QLatin1Char('/');
    const QString installed = folder + QStringLiteral(LATCHKEY_LIBEXEC_FROM_BIN "/") + name;
    return QFileInfo::exists(installed) ? installed : folder + name;
}

#include "moc_embeddeduseragent.cpp"
