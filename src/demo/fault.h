// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/endpoint.h"

#include <QHash>

#include <functional>
#include <optional>

namespace loopback {
class Connection;
}

namespace demo {

/// One way of misbehaving.
struct Fault
{
    enum class Kind {
        Answer, ///< `response` in place of the real one.
        Hang, ///< No answer at all.
        Reset, ///< The connection is broken off.
        CutOff, ///< Half of the body of `response`, and then the connection is broken off.
        Drip, ///< The body of `response` a byte at a time, and blanks after it, without end.
    };

    Kind kind = Kind::Answer;
    loopback::Response response = {}; ///< CutOff and Drip with `afterEffect`: where it has no body, the real answer.
    int times = 1; ///< For how many requests; -1: until behave().
    bool afterEffect = false; ///< The request takes effect first, as when only its answer is lost.
};

/// The faults that are yet to happen, one for each endpoint.
class Faults
{
public:
    void insert(Endpoint endpoint, const Fault &fault) { m_faults.insert(endpoint, fault); }
    void clear() { m_faults.clear(); }

    /// The fault for this request, if there is one.
    std::optional<Fault> take(Endpoint endpoint);

private:
    QHash<Endpoint, Fault> m_faults;
};

/// Answers as the fault wants it; `takeEffect` does what the request asks for.
void misbehave(const Fault &fault, loopback::Connection &connection,
               const std::function<loopback::Response()> &takeEffect);

} // namespace demo
