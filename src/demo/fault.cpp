// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/fault.h"

#include "loopback/connection.h"

#include <QTimer>

#include <chrono>

namespace demo {

using loopback::Connection;
using loopback::Response;

namespace {

void cutOff(const Response &response, Connection &connection)
{
    connection.breakOff(response.toBytes().chopped((response.body.size() + 1) / 2));
}

/// Keeps a time limit for silence from striking.
void drip(Response response, Connection &connection)
{
    constexpr qsizetype endless = 1'000'000; // 5 hours.
    response.body = response.body.leftJustified(endless, ' ');
    connection.sendPart(response.toBytes().chopped(response.body.size()));
    auto *timer = new QTimer(&connection);
    QObject::connect(timer, &QTimer::timeout, &connection, [&connection, body = response.body, sent = 0]() mutable {
        connection.sendPart(body.sliced(sent++, 1));
    });
    timer->start(std::chrono::milliseconds(20));
}

} // namespace

std::optional<Fault> Faults::take(Endpoint endpoint)
{
    const auto fault = m_faults.find(endpoint);
    if (fault == m_faults.end())
        return std::nullopt;
    const Fault taken = *fault;
    if (fault->times > 0 && --fault->times == 0)
        m_faults.erase(fault);
    return taken;
}

void misbehave(const Fault &fault, Connection &connection, const std::function<Response()> &takeEffect)
{
    Response response = fault.response;
    if (fault.afterEffect) {
        const Response real = takeEffect();
        if (fault.kind != Fault::Kind::Answer && response.body.isEmpty())
            response = real;
    }
    switch (fault.kind) {
    case Fault::Kind::Answer: return connection.respond(response);
    case Fault::Kind::Hang: return;
    case Fault::Kind::Reset: return connection.breakOff({});
    case Fault::Kind::CutOff: return cutOff(response, connection);
    case Fault::Kind::Drip: return drip(response, connection);
    }
}

} // namespace demo
