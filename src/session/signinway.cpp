// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/signinway.h"

#include <array>
#include <utility>

namespace {

constexpr std::array names{std::pair(SignInWay::LoginView, "login_view"), std::pair(SignInWay::Browser, "browser"),
                           std::pair(SignInWay::Link, "link"), std::pair(SignInWay::DeviceCode, "device_code"),
                           std::pair(SignInWay::Token, "token"), std::pair(SignInWay::GitHubCli, "github_cli")};

QList<SignInWay> inOrder(const Provider &provider, const Machine &machine)
{
    using enum SignInWay;
    if (!provider.hasClientId())
        return {GitHubCli, Token, LoginView, Browser, DeviceCode, Link};
    if (machine.hasBrowserObstacle && provider.canUseCodes())
        return {DeviceCode, Browser, LoginView, GitHubCli, Token, Link};
    if (!machine.hasLoginView)
        return {Browser, DeviceCode, LoginView, GitHubCli, Token, Link};
    return {LoginView, Browser, DeviceCode, GitHubCli, Token, Link};
}

std::optional<WayObstacle> obstacleAtServer(SignInWay way, const Provider &provider)
{
    if (isByToken(way))
        return provider.api == Provider::Api::GitHub ? std::nullopt : std::optional(WayObstacle::NotAtServer);
    if (!provider.hasClientId())
        return WayObstacle::NotRegistered;
    if (way == SignInWay::DeviceCode)
        return provider.canUseCodes() ? std::nullopt : std::optional(WayObstacle::NotAtServer);
    return provider.canUsePages() ? std::nullopt : std::optional(WayObstacle::NoClientSecret);
}

std::optional<WayObstacle> obstacleOnMachine(SignInWay way, const Machine &machine)
{
    if (!machine.hasWindow && (way == SignInWay::LoginView || way == SignInWay::Link))
        return WayObstacle::NoWindow;
    if (!machine.hasLoginView && way == SignInWay::LoginView)
        return WayObstacle::NoLoginView;
    if (!machine.hasBrowser && way == SignInWay::Browser)
        return WayObstacle::NoBrowser;
    if (machine.cliLogin.isEmpty() && way == SignInWay::GitHubCli)
        return WayObstacle::NoCliSignIn;
    return std::nullopt;
}

} // namespace

bool isByPage(SignInWay way)
{
    return way == SignInWay::LoginView || way == SignInWay::Browser || way == SignInWay::Link;
}

bool isByToken(SignInWay way)
{
    return way == SignInWay::Token || way == SignInWay::GitHubCli;
}

/// A person without a browser has passed over the login view before: it is not offered next.
QString nameOf(SignInWay way)
{
    for (const auto &[known, name] : names) {
        if (known == way)
            return QLatin1String(name);
    }
    return {};
}

std::optional<SignInWay> signInWayNamed(const QString &name)
{
    for (const auto &[way, known] : names) {
        if (name == QLatin1String(known))
            return way;
    }
    return std::nullopt;
}

Machine Machine::after(const Error &error) const
{
    Machine machine = *this;
    if (error.kind != Error::Kind::NoUserAgent)
        return machine;
    machine.hasLoginView = false;
    machine.hasBrowser = hasBrowser && error.code != QLatin1String("no_browser");
    return machine;
}

QList<WayState> waysFor(const Provider &provider, const Machine &machine)
{
    QList<WayState> ways;
    for (const SignInWay way : inOrder(provider, machine)) {
        const auto atServer = obstacleAtServer(way, provider);
        ways.append({way, atServer ? atServer : obstacleOnMachine(way, machine)});
    }
    return ways;
}

std::optional<SignInWay> bestWay(const Provider &provider, const Machine &machine)
{
    for (const WayState &state : waysFor(provider, machine)) {
        if (!state.obstacle && !isByToken(state.way))
            return state.way;
    }
    return std::nullopt;
}

std::optional<SignInWay> wayAgain(const Provider &provider, const Machine &machine, std::optional<SignInWay> used)
{
    for (const WayState &state : waysFor(provider, machine)) {
        if (state.way == used && !state.obstacle && state.way != SignInWay::GitHubCli)
            return used;
    }
    return bestWay(provider, machine);
}
