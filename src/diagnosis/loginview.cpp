// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/loginview.h"

#include "diagnosis/translate.h"
#include "errortext/errortext.h"
#include "result/jsonobject.h"

#include <QFileInfo>
#include <QProcess>

namespace diagnosis {

namespace {

LoginViewFindings notThere(const QString &sentence)
{
    return {{State::Warning, sentence, tr("Sign in with your browser.")},
            {State::Skipped, tr("There is no login view to look at.")}};
}

Finding sandboxFinding(const QString &error)
{
    if (error.isEmpty())
        return {State::Ok, tr("Keeps web pages away from this computer.")};
    if (error == QLatin1String("turned_off"))
        return {State::Warning, tr("Turned off by QTWEBENGINE_DISABLE_SANDBOX."), tr("Remove that variable.")};
    const errortext::Text text = textOf({Error::Kind::NoUserAgent, error}, errortext::Subject(), errortext::Surface::Terminal);
    return {State::Warning, text.happened, text.advice};
}

LoginViewFindings readAnswer(const QByteArray &output)
{
    const Result<QJsonObject> answer = readJsonObject(output);
    const auto text = [&](const char *key) { return answer->value(QLatin1String(key)).toString(); };
    if (!answer || text("engine").isEmpty())
        return notThere(tr("The login view does not say what it is."));
    return {{State::Ok, tr("Qt WebEngine %1: Chromium %2 with security fixes up to %3.")
                            .arg(text("engine"), text("chromium"), text("security_patch"))},
            sandboxFinding(text("sandbox_error"))};
}

} // namespace

void askLoginView(const QString &program, QObject *context, std::function<void(const LoginViewFindings &)> receiver)
{
    auto *process = new QProcess(context);
    process->setStandardErrorFile(QProcess::nullDevice());
    QObject::connect(process, &QProcess::finished, context, [process, receiver] {
        process->deleteLater();
        receiver(readAnswer(process->readAllStandardOutput()));
    });
    // Queued: start() may emit this.
    QObject::connect(process, &QProcess::errorOccurred, context, [process, program, receiver](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        process->deleteLater();
        receiver(notThere(QFileInfo::exists(program) ? tr("The login view cannot be started.")
                                                     : tr("The login view is not installed.")));
    }, Qt::QueuedConnection);
    process->start(program, {QStringLiteral("--engine")});
}

} // namespace diagnosis
