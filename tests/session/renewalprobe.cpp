// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// renewalprobe ORIGIN: the application without its windows, with the user's real folders and the real keychain. Runs
// the command in each line of its standard input, prints one line for it, and exits at the end of its input:
//   sign-in, restore   prints "in" or "out", followed by the error's code if there is one
//   ask                requests the user's own account: prints "ok" or the error's code
//   refresh            refreshes the tokens: prints "ok" or the error's code
//   stop-at STEP       prints "ok". From then on, the keychain prints "stopped" at that step and stops: before a
//                      "read", before a "write", or after it ("written"). At "writing" it prints that and still writes.
// If the session ends, prints "ended" and the reason.

#include "session/demoprovider.h"

#include "session/keychain/keychaintokenstore.h"
#include "session/session.h"
#include "support/question.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <iostream>
#include <string>

namespace {

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

template<typename T>
void sayOutcome(const Result<T> &result)
{
    say(result ? QStringLiteral("ok") : result.error().code);
}

/// The real keychain, which stops at the step where a test wants to kill the process.
class StoppingTokenStore : public TokenStore
{
public:
    QString stopAt;

    void read(const QString &key, QObject *context, Receiver<QByteArray> receiver) override
    {
        if (!isStoppedAt("read"))
            m_keychain.read(key, context, std::move(receiver));
    }

    void write(const QString &key, const QByteArray &secret, QObject *context, Receiver<void> receiver) override
    {
        if (isStoppedAt("write"))
            return;
        isStoppedAt("writing");
        m_keychain.write(key, secret, context, [this, receiver](const Result<void> &result) {
            if (!isStoppedAt("written"))
                receiver(result);
        });
    }

    void remove(const QString &key, QObject *context, Receiver<void> receiver) override
    {
        m_keychain.remove(key, context, std::move(receiver));
    }

    QString name() const override { return m_keychain.name(); }

private:
    bool isStoppedAt(const char *step) const
    {
        const bool isThere = stopAt == QLatin1String(step);
        if (isThere)
            say(QStringLiteral("stopped"));
        return isThere;
    }

    KeychainTokenStore m_keychain{QStringLiteral("io.github.latchkey.Latchkey")};
};

class Probe : public QObject
{
public:
    explicit Probe(const QUrl &origin) : m_session(demoProviderAt(origin), m_storage, m_unusedTokens)
    {
        connect(&m_session, &Session::ended, this, [](const AccountRecord &, EndReason reason) {
            say(QStringLiteral("ended ") + toText(reason));
        });
    }

    void run(const QString &command)
    {
        if (command == QLatin1String("sign-in") || command == QLatin1String("restore"))
            return enter(command == QLatin1String("sign-in"));
        if (command == QLatin1String("ask"))
            return m_session.account()->resources().ask(Question{QNetworkRequest(m_session.provider().identityUrl())}, this,
                                            &sayOutcome<QByteArray>);
        if (command == QLatin1String("refresh"))
            return m_session.account()->tokens().refresh(this, &sayOutcome<void>);
        m_store.stopAt = command.section(QLatin1Char(' '), 1);
        say(QStringLiteral("ok"));
    }

private:
    void enter(bool isNew)
    {
        auto *once = new QObject(this);
        connect(&m_session, &Session::stateChanged, once, [this, once] {
            const Session::State state = m_session.state();
            if (state != Session::State::SignedIn && state != Session::State::SignedOut)
                return;
            once->deleteLater();
            m_session.disconnect(once);
            const bool isIn = state == Session::State::SignedIn;
            const auto error = isIn ? m_session.account()->storageError() : m_session.error();
            say((isIn ? QStringLiteral("in ") : QStringLiteral("out ")).append(error ? error->code : QString()).trimmed());
        });
        isNew ? m_session.signIn(m_person) : m_session.restore();
    }

    StoppingTokenStore m_store;
    AccountRegistry m_registry{Paths::ofUser().settingsFile};
    AccountStorage m_storage{m_store, m_registry, Paths::ofUser()};
    UnusedTokens m_unusedTokens{m_storage, {}};
    FormFillingUserAgent m_person{demoPerson()};
    Session m_session;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Probe probe{QUrl(QString::fromLocal8Bit(argv[1]))};
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&probe] {
        std::string line;
        if (std::getline(std::cin, line))
            probe.run(QString::fromStdString(line));
        else
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
