// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/pagedlist.h"

#include "http/errorcodes.h"

namespace {

/// 50,000 entries of 100 per page.
constexpr int mostPages = 500;

} // namespace

PagedListState::PagedListState(QObject *parent) : QObject(parent), m_walk(mostPages), m_cacheWalk(mostPages) { }

bool PagedListState::isAboutOnePage(const Error &error)
{
    return error.kind != Error::Kind::Unreachable || error.code.startsWith(QLatin1String("http_5"));
}

bool PagedListState::isLostOnTheWay(const Error &error)
{
    return http::errorcode::isConnectionLost(error);
}

#include "moc_pagedlist.cpp"
