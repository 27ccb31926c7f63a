// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "result/result.h"

#include <QByteArray>
#include <QNetworkRequest>

#include <functional>

namespace github {

/// A question to a resource server, and how its answer is read.
template<typename T>
struct Request
{
    using Value = T;

    QNetworkRequest request;
    std::function<Result<T>(const http::Answer &answer)> read;
    QByteArray body = {}; ///< Where there is one it is posted.
    QByteArray method = {}; ///< Of what changes something there; empty where something is asked for.
};

} // namespace github
