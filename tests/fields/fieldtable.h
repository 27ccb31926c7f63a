// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <array>
#include <functional>

/// What a reader made of a document.
struct Reading
{
    QByteArray refusal = {}; ///< The error's code; empty if the document was read.
    QMap<QByteArray, QString> values = {}; ///< What was read, by name. Text that people see must be printable.

    template<typename T>
    static Reading refused(const Result<T> &result)
    {
        return {.refusal = result.error().code.toUtf8()};
    }
};

/// How a member of a document can be odd.
enum class Oddity {
    Absent,
    Null,
    WrongType, ///< An object; text if an object or a list is expected.
    List, ///< A list with the value in it; text if a list is expected.
    OtherScalar, ///< A number for text, and text for a number or a truth value.
    Long, ///< Text of 100,000 characters.
    Controls, ///< Text with a NUL, a terminal escape, a C1 control and a right-to-left override.
};

constexpr std::array allOddities{Oddity::Absent, Oddity::Null,       Oddity::WrongType, Oddity::List,
                                 Oddity::OtherScalar, Oddity::Long, Oddity::Controls};

QByteArray toText(Oddity oddity);

/// What must come of each oddity of one member: "ignored" (read as if the member were absent), "used", or "refused: " and the
/// error's code.
struct FieldRow
{
    QByteArray path; ///< "viewer/login", "nodes/0/title".
    QMap<Oddity, QByteArray> expected;

    /// The same row with another expectation for one oddity.
    FieldRow but(Oddity oddity, const QByteArray &outcome) const;
};

/// An odd text is as good as any other; everything else is ignored.
FieldRow optionalText(const QByteArray &path);
/// A number, a truth value, a time, a URL, an object or a list: everything odd is ignored.
FieldRow optionalValue(const QByteArray &path);
/// Everything odd is refused with the code.
FieldRow required(const QByteArray &path, const QByteArray &code);
/// As required(), for a text: odd texts are used.
FieldRow requiredText(const QByteArray &path, const QByteArray &code);

/// A format that Latchkey reads: a complete example, and what each member may be.
struct Format
{
    QByteArray name;
    QByteArray example; ///< A JSON object or array.
    std::function<Reading(const QByteArray &document)> read;
    QList<FieldRow> fields;
};

/// The document with one odd member.
QByteArray documentWith(const Format &format, const QByteArray &path, Oddity oddity);

/// The document with an unknown member in each of its objects.
QByteArray documentWithUnknownMembers(const Format &format);

/// "ignored", "used" or "refused: CODE".
QByteArray outcomeOf(const Format &format, const QByteArray &path, Oddity oddity);

/// The paths of all members of the example: those that the rows of the format must name.
QList<QByteArray> memberPaths(const Format &format);

/// The formats, by the room that reads them.
QList<Format> identityFormats();
QList<Format> oauthFormats();
QList<Format> providerFormats();
QList<Format> gitHubFormats();
QList<Format> storageFormats();
