// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/start.h"

#include "result/jsonobject.h"

#include <QDir>
#include <QJsonArray>

namespace processes {

namespace {

const QString argumentsKey = QStringLiteral("arguments");
const QString folderKey = QStringLiteral("folder");
const QString tokenKey = QStringLiteral("activation_token");

} // namespace

Start Start::withArguments(const QStringList &arguments)
{
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN"); // Wayland; X11 uses DESKTOP_STARTUP_ID.
    return {arguments, QDir::currentPath(), token.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : token};
}

QByteArray toLine(const Start &start)
{
    const QJsonObject object{{argumentsKey, QJsonArray::fromStringList(start.arguments)},
                             {folderKey, start.folder},
                             {tokenKey, QString::fromLatin1(start.activationToken)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<Start> startFrom(const QByteArray &line)
{
    const Result<QJsonObject> object = readJsonObject(line);
    if (!object)
        return object.error();
    const QJsonValue arguments = object->value(argumentsKey);
    if (!arguments.isArray())
        return Error{Error::Kind::Malformed, QStringLiteral("no_arguments")};
    Start start;
    for (const QJsonValue &argument : arguments.toArray()) {
        if (!argument.isString())
            return Error{Error::Kind::Malformed, QStringLiteral("no_arguments")};
        start.arguments.append(argument.toString());
    }
    start.folder = object->value(folderKey).toString();
    start.activationToken = object->value(tokenKey).toString().toLatin1();
    return start;
}

} // namespace processes
