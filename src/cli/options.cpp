// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/options.h"

#include "cli/commands/translate.h"
#include "diagnosis/proxylookup.h"

#include <QCommandLineParser>

#include <algorithm>

namespace cli {

namespace {

Outcome wrongUsage(const QString &text)
{
    return {.err = text + QLatin1Char('\n') + tr("See 'latchkey --help'."), .code = WrongUsage};
}

template<typename Value>
struct Words
{
    const char *word;
    Value value;
};

constexpr Words<Options::Command> commands[] = {
    {"status", Options::Command::Status},
    {"sign-out", Options::Command::SignOut},
    {"sign-in", Options::Command::SignIn},
    {"token", Options::Command::Token},
    {"git-credential", Options::Command::GitCredential},
    {"diagnose", Options::Command::Diagnose},
};

/// SignInWay::Link has none: a link is copied in the window.
constexpr Words<SignInWay> methods[] = {
    {"embedded", SignInWay::LoginView},
    {"browser", SignInWay::Browser},
    {"device", SignInWay::DeviceCode},
    {"token", SignInWay::Token},
};

template<typename Value, std::size_t count>
std::optional<Value> find(const Words<Value> (&words)[count], const QString &word)
{
    for (const auto &entry : words) {
        if (word == QLatin1String(entry.word))
            return entry.value;
    }
    return std::nullopt;
}

template<typename Value, std::size_t count>
QString list(const Words<Value> (&words)[count])
{
    QStringList names;
    for (const auto &entry : words)
        names.append(QLatin1String(entry.word));
    return names.join(QStringLiteral(", "));
}

const QString demoName = QStringLiteral("demo");
const QString temporaryName = QStringLiteral("temporary");
const QString providerName = QStringLiteral("provider");
const QString methodName = QStringLiteral("method");
const QString accountName = QStringLiteral("account");
const QString everywhereName = QStringLiteral("everywhere");
const QString jsonName = QStringLiteral("json");
const QString helpName = QStringLiteral("help");
const QString versionName = QStringLiteral("version");

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        tr("Signs you in to GitHub, or any OAuth 2 server, and keeps you signed in. Without a command it opens the "
           "window.\n\nExit codes: 0 done, 1 failed, 2 wrong usage, 4 nobody is signed in."));
    parser.addPositionalArgument(QStringLiteral("command"),
                                 tr("status: who is signed in where; sign-out: revokes the access and forgets it; sign-in: "
                                    "signs in from the terminal; token: prints a valid access token; git-credential "
                                    "get|store|erase: answers Git, as its credential.helper; diagnose: what works and "
                                    "what does not, as text that can be posted."),
                                 QStringLiteral("[command]"));
    parser.addOptions({
        {demoName, tr("Use the built-in demo provider; needs no network and no registration.")},
        {temporaryName, tr("With --demo: keep nothing after it ends, in files or in your keychain.")},
        {providerName, tr("Use the provider with this id, or from this file."), tr("id or file")},
        {methodName, tr("Start with this way of signing in: %1. With 'sign-in' and 'token' the token comes on standard "
                        "input.").arg(list(methods)), methodName},
        {accountName, tr("With 'token' and 'sign-out': of this account, where there are several."), tr("login or id")},
        {everywhereName, tr("With 'sign-out': of all accounts, with all access that the servers can take back.")},
        {jsonName, tr("With 'status': print JSON.")},
        {{QStringLiteral("h"), helpName}, tr("Show this help.")},
        {{QStringLiteral("v"), versionName}, tr("Show the version.")},
    });
}

std::optional<Outcome> readCommand(const QStringList &words, Options &options)
{
    if (words.isEmpty())
        return std::nullopt;
    const auto command = find(commands, words.first());
    if (!command)
        return wrongUsage(tr("'%1' is not a command. Commands: %2.").arg(words.first(), list(commands)));
    options.command = *command;
    const bool isForGit = *command == Options::Command::GitCredential;
    if (isForGit && words.size() < 2)
        return wrongUsage(tr("git-credential needs get, store or erase."));
    const qsizetype allowed = isForGit ? 2 : 1;
    if (words.size() > allowed)
        return wrongUsage(tr("'%1' is one word too many.").arg(words.at(allowed)));
    if (isForGit)
        options.gitOperation = words.at(1);
    return std::nullopt;
}

std::optional<Outcome> readMethod(const QString &word, Options &options)
{
    const auto way = find(methods, word);
    if (!way)
        return wrongUsage(tr("'%1' is not a way of signing in. Ways: %2.").arg(word, list(methods)));
    if (options.command != Options::Command::OpenWindow && options.command != Options::Command::SignIn)
        return wrongUsage(tr("--method goes with the window and with 'sign-in' only."));
    if (options.command == Options::Command::SignIn && *way == SignInWay::LoginView)
        return wrongUsage(tr("'embedded' needs the window; start 'latchkey --method embedded'."));
    options.way = way;
    return std::nullopt;
}

std::optional<Outcome> readAccount(const QCommandLineParser &parser, Options &options)
{
    options.account = parser.value(accountName);
    options.isEverywhere = parser.isSet(everywhereName);
    const bool isSignOut = options.command == Options::Command::SignOut;
    if (options.isEverywhere && !isSignOut)
        return wrongUsage(tr("--everywhere goes with 'sign-out' only."));
    if (options.isEverywhere && (parser.isSet(accountName) || parser.isSet(providerName)))
        return wrongUsage(tr("--everywhere means all accounts: --account and --provider do not go with it."));
    if (parser.isSet(accountName) && !isSignOut && options.command != Options::Command::Token)
        return wrongUsage(tr("--account goes with 'token' and 'sign-out' only."));
    if (parser.isSet(accountName) && options.account.isEmpty())
        return wrongUsage(tr("--account needs a login or an id."));
    return std::nullopt;
}

/// Without the choice of a style, which Qt reads: `-style NAME`, `-style=NAME`, or the same with two dashes.
QStringList withoutStyle(QStringList arguments)
{
    for (qsizetype i = 1; i < arguments.size();) {
        const QStringView argument = QStringView(arguments[i]).mid(arguments[i].startsWith(QLatin1String("--")) ? 1 : 0);
        const bool hasNameNext = argument == QLatin1String("-style");
        if (hasNameNext || argument.startsWith(QLatin1String("-style=")))
            arguments.remove(i, std::min<qsizetype>(hasNameNext ? 2 : 1, arguments.size() - i));
        else
            ++i;
    }
    return arguments;
}

/// Not in the help: only this program itself asks this.
Options proxyQuestion(const QStringList &urls)
{
    Options options;
    options.command = Options::Command::SystemProxies;
    options.proxyUrls = urls;
    return options;
}

} // namespace

std::variant<Options, Outcome> readArguments(const QStringList &arguments)
{
    if (arguments.value(1) == diagnosis::proxyArgument)
        return proxyQuestion(arguments.mid(2));
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(withoutStyle(arguments)))
        return wrongUsage(parser.errorText());
    if (parser.isSet(helpName)) // There is no application yet that could know its name.
        return Outcome{.out = parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("latchkey"))};
    if (parser.isSet(versionName))
        return Outcome{.out = QStringLiteral("latchkey " LATCHKEY_VERSION "\n")};

    Options options;
    if (const auto wrong = readCommand(parser.positionalArguments(), options))
        return *wrong;
    if (parser.isSet(methodName)) {
        if (const auto wrong = readMethod(parser.value(methodName), options))
            return *wrong;
    }
    if (const auto wrong = readAccount(parser, options))
        return *wrong;
    options.asJson = parser.isSet(jsonName);
    if (options.asJson && options.command != Options::Command::Status)
        return wrongUsage(tr("--json goes with 'status' only."));
    options.isDemo = parser.isSet(demoName);
    options.isTemporary = parser.isSet(temporaryName);
    if (options.isTemporary && !options.isDemo)
        return wrongUsage(tr("--temporary goes with --demo only."));
    options.provider = parser.value(providerName);
    if (options.isDemo && parser.isSet(providerName))
        return wrongUsage(tr("--demo and --provider exclude each other."));
    if (parser.isSet(providerName) && options.provider.isEmpty())
        return wrongUsage(tr("--provider needs an id or a file."));
    return options;
}

} // namespace cli
