// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "result/result.h"

#include <QByteArray>
#include <QNetworkRequest>

#include <functional>

namespace github {

/// A request to a resource server, and how to read its answer.
template<typename T>
struct Request
{
    using Value = T;

    QNetworkRequest request;
    std::function<Result<T>(const http::Answer &answer)> read;
    QByteArray body = {}; ///< Posted unless it is empty.
    QByteArray method = {}; ///< For a request that changes something; empty for one that only asks.
};

} // namespace github
