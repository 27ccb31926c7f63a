// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "result/result.h"

#include <QNetworkRequest>

#include <functional>

/// A request whose value is the answer's body.
struct Question
{
    using Value = QByteArray;

    QNetworkRequest request;
    std::function<Result<QByteArray>(const http::Answer &)> read = [](const http::Answer &answer) { return answer.body; };
    QByteArray body = {};
    QByteArray method = {};
};
