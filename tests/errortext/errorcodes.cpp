// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errortext/errorcodes.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace {

using Matches = QRegularExpressionMatchIterator;

const QHash<QString, Error::Kind> kinds{{QStringLiteral("Canceled"), Error::Kind::Canceled},
                                        {QStringLiteral("Unreachable"), Error::Kind::Unreachable},
                                        {QStringLiteral("Denied"), Error::Kind::Denied},
                                        {QStringLiteral("Malformed"), Error::Kind::Malformed},
                                        {QStringLiteral("Storage"), Error::Kind::Storage},
                                        {QStringLiteral("NoUserAgent"), Error::Kind::NoUserAgent}};

/// `Denied` of `Error::Kind::Denied, …`, or of `Error::denied(…)`.
Error::Kind kindOf(const QRegularExpressionMatch &match)
{
    const QString factory = match.captured(2);
    return kinds.value(factory.isEmpty() ? match.captured(1) : factory.left(1).toUpper() + factory.mid(1));
}

/// Codes that servers and the login view send.
const QStringList foreign{QStringLiteral("diagnosis/loginview.cpp: error"),
                          QStringLiteral("oauth/answerfields.cpp: code"),
                          QStringLiteral("useragent/embeddeduseragent.cpp: event->reason")};

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::MultilineOption);
}

QString withoutComments(QString text)
{
    static const QRegularExpression comment(QStringLiteral("(?<!:)//[^\n]*"));
    return text.remove(comment);
}

/// Splits an argument list at its commas. Ends at the bracket that closes the list.
QStringList arguments(const QString &text, qsizetype position)
{
    QStringList found{QString()};
    int depth = 0;
    bool isQuoted = false;
    for (; position < text.size(); ++position) {
        const QChar c = text.at(position);
        if (c == u'"')
            isQuoted = !isQuoted;
        if (!isQuoted && (c == u'(' || c == u'{' || c == u'['))
            ++depth;
        if (!isQuoted && (c == u')' || c == u'}' || c == u']') && --depth < 0)
            break;
        if (!isQuoted && c == u',' && depth == 0)
            found.append(QString());
        else
            found.last() += c;
    }
    for (QString &argument : found)
        argument = argument.simplified();
    return found;
}

QStringList literals(const QString &text)
{
    static const QRegularExpression literal(QStringLiteral("\"([^\"]*)\""));
    QStringList found;
    for (Matches matches = literal.globalMatch(text); matches.hasNext();)
        found.append(matches.next().captured(1));
    return found;
}

/// `name` of `QLatin1String(name)` and `oauth::name`.
QString identifierOf(QString expression)
{
    static const QRegularExpression wrapper(QStringLiteral("^(?:QString|QLatin1String|QLatin1StringView|QString::fromLatin1)\\((.*)\\)$"));
    static const QRegularExpression identifier(QStringLiteral("^(?:\\w+::)*(\\w+)$"));
    if (const auto wrapped = wrapper.match(expression); wrapped.hasMatch())
        expression = wrapped.captured(1);
    return identifier.match(expression).captured(1);
}

} // namespace

ErrorCodes::ErrorCodes(const QString &folder)
{
    QDirIterator files(folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QString path = QDir(folder).relativeFilePath(file.fileName());
        const bool isOther = path.startsWith(QLatin1String("demo/")) || path.startsWith(QLatin1String("errortext/"))
            || path == QLatin1String("result/result.h"); // Defines how errors are made, and makes none.
        if (!isOther && file.open(QIODevice::ReadOnly))
            m_texts.insert(path, withoutComments(QString::fromUtf8(file.readAll())));
    }
    const QStringList paths = m_texts.keys();
    for (const QString &path : paths)
        collect(path);
    collectOfLoginView();
}

void ErrorCodes::collect(const QString &file)
{
    static const QRegularExpression kind(QStringLiteral("Error::(?:Kind::(\\w+),|(unreachable|denied|malformed)\\()"));
    const QString text = m_texts.value(file);
    for (Matches matches = kind.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString expression = arguments(text, match.capturedEnd()).first();
        const QString place = QStringLiteral("%1: %2").arg(file, expression);
        if (foreign.contains(place) || expression == QLatin1String("{}"))
            continue;
        const QStringList codes = resolve(file, match.capturedStart(), expression);
        if (codes.isEmpty())
            m_unknown.append(place);
        for (const QString &code : codes)
            m_made.append({kindOf(match), code, file});
    }
}

/// The login view is a process, and sends its codes as the reason of an event.
void ErrorCodes::collectOfLoginView()
{
    const auto file = QStringLiteral("loginview/main.cpp");
    const auto definition = pattern(QStringLiteral("^int fail\\(")).match(m_texts.value(file));
    const QStringList codes = fromCallers(file, functionAround(file, definition.capturedStart()), QStringLiteral("reason"), 0);
    if (codes.isEmpty())
        m_unknown.append(file);
    for (const QString &code : codes)
        m_made.append({Error::Kind::NoUserAgent, code, file});
}

QStringList ErrorCodes::resolve(const QString &file, qsizetype position, const QString &expression, int depth) const
{
    static const QRegularExpression call(QStringLiteral("^(?:\\w+::)*(\\w+)\\("));
    if (depth > 4 || foreign.contains(QStringLiteral("%1: %2").arg(file, expression)))
        return {};
    if (const QStringList found = literals(expression); !found.isEmpty())
        return found;
    const QString name = identifierOf(expression);
    if (name.isEmpty()) {
        const auto called = call.match(expression);
        return called.hasMatch() ? returned(called.captured(1), depth) : QStringList();
    }
    const Function function = functionAround(file, position);
    // `name = function(…)`, or `name = [] { … return "code"; }()`.
    const auto local = pattern(QStringLiteral("\\b%1 = (?:(\\w+)\\(|\\[)").arg(name)).match(function.body);
    if (local.hasMatch() && !local.captured(1).isEmpty() && local.captured(1) != QLatin1String("QStringLiteral"))
        return returned(local.captured(1), depth);
    if (local.hasMatch() && local.captured(1).isEmpty())
        return literals(function.body.mid(local.capturedStart(), position - function.start - local.capturedStart()));
    if (pattern(QStringLiteral("\\b%1\\b").arg(name)).match(function.parameters).hasMatch())
        return fromCallers(file, function, name, depth);
    return constant(file, name);
}

QStringList ErrorCodes::constant(const QString &file, const QString &name) const
{
    const auto declaration = pattern(QStringLiteral("\\b%1(?:\\[\\])?\\s*(?:=|\\{|\\()\\s*(?:[\\w:]+[({])?u?\"([^\"]+)\"").arg(name));
    if (const auto here = declaration.match(m_texts.value(file)); here.hasMatch())
        return {here.captured(1)};
    for (const QString &text : m_texts) {
        if (const auto there = declaration.match(text); there.hasMatch())
            return {there.captured(1)};
    }
    return {};
}

/// A function that no header declares is called only in its file. A file that defines one with the same name calls that.
QStringList ErrorCodes::fromCallers(const QString &file, const Function &function, const QString &parameter, int depth) const
{
    const QStringList parameters = arguments(function.parameters, 0);
    const auto isMeant = [&](const QString &text) { return pattern(QStringLiteral("\\b%1\\b").arg(parameter)).match(text).hasMatch(); };
    const qsizetype index = std::find_if(parameters.begin(), parameters.end(), isMeant) - parameters.begin();
    const auto call = pattern(QStringLiteral("(?<!Error::)\\b%1\\(").arg(function.name)); // Not Error::denied() and its like.
    const auto definition = pattern(QStringLiteral("^\\w[\\w:<>,&* ]*\\b%1\\(").arg(function.name));
    bool isDeclared = false;
    for (auto at = m_texts.begin(); at != m_texts.end(); ++at)
        isDeclared = isDeclared || (at.key().endsWith(QLatin1String(".h")) && call.match(at.value()).hasMatch());
    QStringList codes;
    for (auto at = m_texts.begin(); at != m_texts.end(); ++at) {
        const bool isOther = at.key() != file;
        if (isOther && (!isDeclared || at.key().endsWith(QLatin1String(".h")) || definition.match(at.value()).hasMatch()))
            continue;
        for (Matches matches = call.globalMatch(at.value()); matches.hasNext();) {
            const auto match = matches.next();
            const bool isDefinition = at.key() == file && match.capturedStart() <= function.start + function.name.size()
                && match.capturedEnd() > function.start;
            const QString argument = arguments(at.value(), match.capturedEnd()).value(index);
            if (!isDefinition && !argument.isEmpty())
                codes += resolve(at.key(), match.capturedStart(), argument, depth + 1);
        }
    }
    codes.removeDuplicates();
    return codes;
}

QStringList ErrorCodes::returned(const QString &name, int depth) const
{
    static const QRegularExpression result(QStringLiteral("\\breturn ([^;]*);"));
    const auto definition = pattern(QStringLiteral("^[\\w:]+[\\w:<>,&* ]*\\b%1\\(").arg(name));
    QStringList codes;
    for (auto at = m_texts.begin(); at != m_texts.end(); ++at) {
        const auto match = definition.match(at.value());
        if (!match.hasMatch() || at.key().endsWith(QLatin1String(".h")))
            continue;
        const QString body = functionAround(at.key(), match.capturedEnd()).body;
        for (Matches matches = result.globalMatch(body); matches.hasNext();) {
            const QString expression = matches.next().captured(1);
            codes += literals(expression).isEmpty() ? resolve(at.key(), match.capturedEnd(), expression, depth + 1)
                                                    : literals(expression);
        }
    }
    return codes;
}

/// The style of the sources helps: a definition begins in the first column, and its last brace stands there.
ErrorCodes::Function ErrorCodes::functionAround(const QString &file, qsizetype position) const
{
    static const QRegularExpression definition(QStringLiteral("^(?!namespace|class|struct|using)\\w[\\w:<>,&* ]*?[ &*](?:\\w+::)*(\\w+)\\("),
                                               QRegularExpression::MultilineOption);
    const QString text = m_texts.value(file);
    Function function;
    for (Matches matches = definition.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (match.capturedStart() > position)
            break;
        function.name = match.captured(1);
        function.start = match.capturedStart(1);
        function.parameters = arguments(text, match.capturedEnd()).join(QLatin1Char(','));
        function.body = text.mid(function.start, text.indexOf(QLatin1String("\n}"), function.start) - function.start);
    }
    return function;
}
