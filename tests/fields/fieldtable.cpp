// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields/fieldtable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

/// The value with the member at `path` replaced; an undefined `member` removes it.
QJsonValue replaced(const QJsonValue &value, QList<QByteArray> path, const QJsonValue &member)
{
    if (path.isEmpty())
        return member;
    const QByteArray step = path.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const qsizetype index = step.toLongLong();
        const QJsonValue entry = replaced(array.at(index), path, member);
        if (entry.isUndefined())
            array.removeAt(index);
        else
            array.replace(index, entry);
        return array;
    }
    QJsonObject object = value.toObject();
    const QString name = QString::fromUtf8(step);
    const QJsonValue entry = replaced(object.value(name), path, member);
    if (entry.isUndefined())
        object.remove(name);
    else
        object.insert(name, entry);
    return object;
}

QJsonValue at(QJsonValue value, const QByteArray &path)
{
    for (const QByteArray &step : path.split('/'))
        value = value.isArray() ? value.toArray().at(step.toLongLong()) : value[QString::fromUtf8(step)];
    return value;
}

QJsonValue odd(const QJsonValue &usual, Oddity oddity)
{
    const auto text = QStringLiteral("unexpected");
    switch (oddity) {
    case Oddity::Absent: return QJsonValue(QJsonValue::Undefined);
    case Oddity::Null: return QJsonValue();
    case Oddity::WrongType:
        return usual.isObject() || usual.isArray() ? QJsonValue(text) : QJsonValue(QJsonObject{{text, 1}});
    case Oddity::List: return usual.isArray() ? QJsonValue(text) : QJsonValue(QJsonArray{usual});
    case Oddity::OtherScalar: return usual.isString() ? QJsonValue(12345) : QJsonValue(QStringLiteral("12345"));
    case Oddity::Long: return QString(100'000, QLatin1Char('x'));
    case Oddity::Controls: return QStringLiteral("a") + QChar(0) + QStringLiteral("\u001b[31mb\u009b31mc\u202ed");
    }
    Q_UNREACHABLE();
}

QJsonValue withUnknownMembers(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &entry : value.toArray())
            array.append(withUnknownMembers(entry));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        member.value() = withUnknownMembers(member.value());
    object.insert(QStringLiteral("unknown_member"), QJsonArray{QJsonObject{{QStringLiteral("a"), 1}}});
    return object;
}

QJsonValue fromBytes(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    Q_ASSERT(!document.isNull());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QByteArray toBytes(const QJsonValue &value)
{
    return (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject())).toJson(QJsonDocument::Compact);
}

void appendPaths(const QJsonValue &value, const QByteArray &path, QList<QByteArray> &paths)
{
    const QByteArray prefix = path.isEmpty() ? path : path + '/';
    if (!path.isEmpty())
        paths.append(path);
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            appendPaths(array.at(i), prefix + QByteArray::number(i), paths);
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        appendPaths(member.value(), prefix + member.key().toUtf8(), paths);
}

FieldRow row(const QByteArray &path, const QByteArray &outcome, const QByteArray &ofOddTexts)
{
    FieldRow row{path, {}};
    for (const Oddity oddity : allOddities)
        row.expected.insert(oddity, oddity == Oddity::Long || oddity == Oddity::Controls ? ofOddTexts : outcome);
    return row;
}

} // namespace

QByteArray toText(Oddity oddity)
{
    switch (oddity) {
    case Oddity::Absent: return "absent";
    case Oddity::Null: return "null";
    case Oddity::WrongType: return "wrong type";
    case Oddity::List: return "list";
    case Oddity::OtherScalar: return "other scalar";
    case Oddity::Long: return "very long";
    case Oddity::Controls: return "controls";
    }
    Q_UNREACHABLE();
}

FieldRow FieldRow::but(Oddity oddity, const QByteArray &outcome) const
{
    FieldRow other = *this;
    other.expected.insert(oddity, outcome);
    return other;
}

FieldRow optionalText(const QByteArray &path)
{
    return row(path, "ignored", "used");
}

FieldRow optionalValue(const QByteArray &path)
{
    return row(path, "ignored", "ignored");
}

FieldRow required(const QByteArray &path, const QByteArray &code)
{
    return row(path, "refused: " + code, "refused: " + code);
}

FieldRow requiredText(const QByteArray &path, const QByteArray &code)
{
    return row(path, "refused: " + code, "used");
}

QByteArray documentWith(const Format &format, const QByteArray &path, Oddity oddity)
{
    const QJsonValue example = fromBytes(format.example);
    const QJsonValue usual = at(example, path);
    Q_ASSERT_X(!usual.isUndefined(), "documentWith", path.constData());
    return toBytes(replaced(example, path.split('/'), odd(usual, oddity)));
}

QByteArray documentWithUnknownMembers(const Format &format)
{
    return toBytes(withUnknownMembers(fromBytes(format.example)));
}

QByteArray outcomeOf(const Format &format, const QByteArray &path, Oddity oddity)
{
    const Reading reading = format.read(documentWith(format, path, oddity));
    if (!reading.refusal.isEmpty())
        return "refused: " + reading.refusal;
    const Reading without = format.read(documentWith(format, path, Oddity::Absent));
    return without.refusal.isEmpty() && without.values == reading.values ? "ignored" : "used";
}

QList<QByteArray> memberPaths(const Format &format)
{
    QList<QByteArray> paths;
    appendPaths(fromBytes(format.example), {}, paths);
    return paths;
}
