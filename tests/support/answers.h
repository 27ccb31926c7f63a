// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QAnyStringView>

/// Counts a receiver's answers and keeps the last one: `QTRY_COMPARE(answers.count, 1)`.
template<typename T>
struct Answers
{
    int count = 0;
    std::optional<Result<T>> last = {};

    Receiver<T> receiver()
    {
        return [this](const Result<T> &result) {
            ++count;
            last.emplace(result);
        };
    }

    bool isError(Error::Kind kind, QAnyStringView code) const
    {
        return last && !*last && last->error().kind == kind && last->error().code == code;
    }

    /// For messages of failed tests.
    QByteArray toText() const
    {
        if (!last)
            return "no answer";
        if (*last)
            return "success";
        return "kind " + QByteArray::number(int(last->error().kind)) + ' ' + last->error().code.toUtf8() + ": "
            + last->error().detail.toUtf8();
    }
};

/// Waits for the one answer and verifies that it is this error.
#define EXPECT_ERROR(answers, kind, code)                                                                              \
    do {                                                                                                               \
        QTRY_COMPARE((answers).count, 1);                                                                              \
        QVERIFY2((answers).isError(kind, code), (answers).toText());                                                   \
    } while (false)

/// Waits for the one answer and verifies that it is a success.
#define EXPECT_SUCCESS(answers)                                                                                        \
    do {                                                                                                               \
        QTRY_COMPARE((answers).count, 1);                                                                              \
        QVERIFY2(bool(*(answers).last), (answers).toText());                                                           \
    } while (false)
