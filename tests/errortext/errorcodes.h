// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QMap>
#include <QStringList>

/// An error code that the program makes, and where.
struct MadeCode
{
    Error::Kind kind;
    QString code; ///< "http_%1" for a family.
    QString file;
};

/// Reads the sources of the program: finds each place that makes an Error, and works out its code from literals, constants,
/// arguments of callers, and what functions return.
class ErrorCodes
{
public:
    /// `folder` is src.
    explicit ErrorCodes(const QString &folder);

    QList<MadeCode> made() const { return m_made; }

    /// The places whose code could not be found: "file: expression".
    QStringList unknown() const { return m_unknown; }

private:
    struct Function
    {
        QString name;
        QString parameters;
        QString body;
        qsizetype start = -1;
    };

    void collect(const QString &file);
    void collectOfLoginView();
    QStringList resolve(const QString &file, qsizetype position, const QString &expression, int depth = 0) const;
    QStringList constant(const QString &file, const QString &name) const;
    QStringList fromCallers(const QString &file, const Function &function, const QString &parameter, int depth) const;
    QStringList returned(const QString &name, int depth) const;
    Function functionAround(const QString &file, qsizetype position) const;

    QMap<QString, QString> m_texts; ///< By path below the folder.
    QList<MadeCode> m_made;
    QStringList m_unknown;
};
