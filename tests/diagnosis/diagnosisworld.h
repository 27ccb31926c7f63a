// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/diagnosis.h"
#include "diagnosis/unusedsettings.h"
#include "session/heldtokenstore.h"
#include "support/scriptedserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// A login view that is a shell script.
class ScriptedLoginView
{
public:
    explicit ScriptedLoginView(const QByteArray &script = sayAll)
    {
        QFile file(program);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write("#!/bin/sh\n" + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    static constexpr char sayAll[] = R"(test "$*" = --engine && )"
                                     R"(echo '{"engine":"6.4.2","chromium":"102.0.1","security_patch":"108.0.1"}')";

private:
    QTemporaryDir m_folder;

public:
    const QString program = m_folder.filePath(QStringLiteral("login-view"));
};

/// A world in which all works: two servers, a store, a login view and a clock that stands still.
/// Uses this proxy for everything.
inline diagnosis::ProxyLookup always(const QNetworkProxy &proxy)
{
    return [proxy](const QList<QUrl> &urls, QObject *context, const diagnosis::ProxyReceiver &receiver) {
        QMetaObject::invokeMethod(context, [=, count = urls.size()] {
            receiver(QList<QNetworkProxy>(count, proxy));
        }, Qt::QueuedConnection);
    };
}

struct DiagnosisWorld
{
    DiagnosisWorld()
    {
        for (const QString &variable : diagnosis::unusedVariables())
            qunsetenv(variable.toLatin1().constData());
        const QList<loopback::Header> date{{"Date", "Mon, 04 May 2026 10:00:00 GMT"}};
        authorization.answer(QStringLiteral("/authorize"), {{.status = 404, .headers = date}});
        resource.answer(QStringLiteral("/user"), {{.status = 401, .contentType = "application/json", .body = "{}", .headers = date}});
        provider.id = QStringLiteral("acme");
        provider.name = QStringLiteral("Acme");
        provider.apiBaseUrl = resource.origin();
        provider.server.authorizationEndpoint = authorization.at(QStringLiteral("/authorize"));
    }

    diagnosis::Subject subject()
    {
        return {.provider = provider,
                .store = store,
                .loginViewProgram = loginView.program,
                .git = QStringLiteral("/nowhere/git"),
                .lookUpProxies = lookUpProxies,
                .clock = [this] { return now; }};
    }

    /// Runs one diagnosis to its end.
    void look()
    {
        diagnosis = std::make_unique<diagnosis::Diagnosis>(subject(), limits);
        QSignalSpy finished(diagnosis.get(), &diagnosis::Diagnosis::finished);
        diagnosis->start();
        QTRY_COMPARE(finished.count(), 1);
    }

    /// The finding of the first check whose name starts so. Pending if there is none.
    diagnosis::Finding found(const QString &name) const
    {
        for (const diagnosis::Check &check : diagnosis->checks()) {
            if (check.name.startsWith(name))
                return check.finding;
        }
        return {};
    }

    ScriptedServer authorization;
    ScriptedServer resource;
    Provider provider;
    HeldTokenStore store;
    ScriptedLoginView loginView;
    diagnosis::ProxyLookup lookUpProxies = always(QNetworkProxy::NoProxy);
    QDateTime now{QDate(2026, 5, 4), QTime(10, 0), Qt::UTC};
    diagnosis::TimeLimits limits;
    std::unique_ptr<diagnosis::Diagnosis> diagnosis;
};

/// Compares one finding: its state, and a word that its sentence must have.
#define EXPECT_FOUND(world, name, expectedState, word)                                                                 \
    do {                                                                                                               \
        const diagnosis::Finding finding = (world).found(QStringLiteral(name));                                        \
        QVERIFY2(finding.state == (expectedState) && finding.sentence.contains(word), qPrintable(finding.sentence));   \
    } while (false)
