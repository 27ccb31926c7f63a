// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result/jsonobject.h"
#include "support/faultyprovider.h"
#include "support/test.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

#include "demo/democlient.h"

namespace tst_openapi {

const QString checker = QStringLiteral(LATCHKEY_OPENAPI_DIR "/check.mjs");

/// Validates recorded answers against GitHub's description. Returns node's messages.
struct Verdict
{
    int exitCode;
    QString text;
};

Verdict check(const QJsonArray &answers)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("answers.json")));
    if (!file.open(QIODevice::WriteOnly))
        return {-1, file.errorString()};
    file.write(QJsonDocument(answers).toJson());
    file.close();
    QProcess node;
    node.start(QStringLiteral("node"), {checker, file.fileName()});
    node.waitForFinished(-1);
    return {node.exitCode(), QString::fromUtf8(node.readAllStandardOutput() + node.readAllStandardError())};
}

QJsonObject recorded(const char *method, const QString &path, const HttpReply &reply)
{
    const Result<QJsonObject> object = readJsonObject(reply.body);
    const QJsonArray array = QJsonDocument::fromJson(reply.body).array();
    return {{QStringLiteral("method"), QLatin1String(method)},
            {QStringLiteral("path"), path},
            {QStringLiteral("status"), reply.status},
            {QStringLiteral("body"), object ? QJsonValue(*object) : reply.body.isEmpty() ? QJsonValue() : QJsonValue(array)}};
}

class OpenApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo::exists(QStringLiteral(LATCHKEY_OPENAPI_DIR "/node_modules")))
            QSKIP("the npm packages of tests/openapi are not installed; script/test does it");
    }

    void theDemosAnswersFitGitHubsDescription()
    {
        demo::DemoProvider::Options options;
        options.clientSecret = QStringLiteral("demo secret");
        demo::FaultyProvider server(options);
        QVERIFY(server.listen());
        DemoClient client(server);
        const QString profileToken = client.signIn().value(QLatin1String("access_token")).toString();
        client.scope = QStringLiteral("read:user notifications");
        const QString token = client.signIn().value(QLatin1String("access_token")).toString();

        QJsonArray answers;
        for (const char *path : {"/user", "/user/repos", "/user/starred", "/users/ada-demo", "/notifications"})
            answers.append(recorded("GET", QLatin1String(path), client.get(QLatin1String(path), token)));
        answers.append(recorded("GET", QStringLiteral("/user"), client.get(QStringLiteral("/user"), QStringLiteral("wrong"))));
        const QString notifications = QStringLiteral("/notifications");
        answers.append(recorded("GET", notifications, client.get(notifications, profileToken)));
        for (const auto &[method, path] : {std::pair("PATCH", QStringLiteral("/notifications/threads/7001")),
                                           {"PUT", QStringLiteral("/repos/ada-demo/tidewatch/notifications")}})
            answers.append(recorded(method, path, client.change(method, path, token)));
        const QString deletion = QStringLiteral("/applications/latchkey-demo/token");
        answers.append(recorded("DELETE", deletion, client.deleteToken(QString())));
        answers.append(recorded("DELETE", deletion, client.deleteToken(token)));
        QCOMPARE(answers.size(), 11);

        const Verdict verdict = check(answers);
        QVERIFY2(verdict.exitCode == 0, qPrintable(verdict.text));
        qInfo().noquote() << verdict.text;
    }

    void anInvalidAnswerIsFound()
    {
        const QJsonObject broken{{QStringLiteral("method"), QStringLiteral("GET")},
                                 {QStringLiteral("path"), QStringLiteral("/user")},
                                 {QStringLiteral("status"), 200},
                                 {QStringLiteral("body"), QJsonObject{{QStringLiteral("login"), 7}}}};
        QCOMPARE(check({broken}).exitCode, 1);
        QJsonObject unknown = broken;
        unknown.insert(QStringLiteral("path"), QStringLiteral("/no/such/thing"));
        QCOMPARE(check({unknown}).exitCode, 1);
    }
};

} // namespace tst_openapi

LATCHKEY_TEST(tst_openapi, OpenApiTest, QCoreApplication)

#include "tst_openapi.moc"
