// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errortext/errortable.h"

#include <QCoreApplication>

namespace errortext {

namespace {

using Kind = Error::Kind;

#define TEXT(text) QT_TRANSLATE_NOOP("errortext", text)

constexpr auto tryAgain = TEXT("Try again.");
constexpr auto runAgain = TEXT("Run the command again.");
constexpr auto tryLater = TEXT("Try again {time}.");
constexpr auto inAMinute = TEXT("Try again in a minute.");
constexpr auto signInAgain = TEXT("Sign in again.");
constexpr auto runSignIn = TEXT("Run 'latchkey sign-in'.");
constexpr auto signInOrForget = TEXT("Run 'latchkey sign-in', or 'latchkey sign-out' to forget the account.");
constexpr auto checkOnline = TEXT("Check whether this computer is online.");
constexpr auto checkProxy = TEXT("Check the proxy settings of your system, or https_proxy.");
constexpr auto checkProxyName = TEXT("Check your system’s proxy settings or https_proxy, and that you are online.");
constexpr auto proxyCannotReach = TEXT("The proxy {detail} cannot reach {server} ({status}).");
constexpr auto tryLaterOrAsk = TEXT("Try again {time}, or ask the administrator of the proxy.");
constexpr auto checkFolder = TEXT("Check the free space and your permissions on that folder.");
constexpr auto useBrowser = TEXT("Use your browser.");
constexpr auto revokeThere = TEXT("Revoke it in your settings at {server}.");
constexpr auto unlock = TEXT("Unlock it and try again.");
constexpr auto unlockOrSignIn = TEXT("Unlock it and try again, or sign in again.");
constexpr auto checkPermissions = TEXT("Check the permissions of your token, or of Latchkey’s registration at {server}.");
constexpr auto grantMore = TEXT("Sign in again and grant them, or use a token that has them.");
constexpr auto checkRemote = TEXT("Check the URL of the Git remote.");

constexpr auto unreadable = TEXT("Latchkey cannot read an answer of {server}.");
constexpr auto tryOrReport = TEXT("Try again. If it happens again, report it.");
constexpr auto badRequest = TEXT("{server} did not understand Latchkey’s request.");
constexpr auto checkFileOrReport = TEXT("Check the provider file, or report it.");
constexpr auto badClient = TEXT("{server} does not accept Latchkey’s client ID or secret.");
constexpr auto checkClient = TEXT("Check Latchkey’s registration at {server}.");
constexpr auto checkClientInFile = TEXT("Check the client ID and secret that {server} knows Latchkey by.");
constexpr auto viewStopped = TEXT("The sign-in page has stopped working.");
constexpr auto badCode = TEXT("{server} did not accept the sign-in code.");
constexpr auto copyAgain = TEXT("Copy it from {server} once more.");
constexpr auto notRenewed = TEXT("{server} no longer accepts this sign-in.");
constexpr auto needsDPoP = TEXT("{server} requires proof of possession (DPoP), which Latchkey does not support.");
constexpr auto allowBearer = TEXT("Allow bearer tokens for Latchkey’s registration.");
constexpr auto badRedirect = TEXT("{server} does not accept Latchkey’s redirect URI.");
constexpr auto registerRedirect = TEXT("Register {redirect} at {server}.");
constexpr auto useAnotherWay = TEXT("Use another way.");
constexpr auto tryAnotherMethod = TEXT("Try another --method.");
constexpr auto newSignIn = TEXT("{server} requires a new sign-in.");
constexpr auto strongerSignIn = TEXT("{server} requires a sign-in with more proof of who you are.");
constexpr auto redirected = TEXT("{server} sends Latchkey to another page ({status}).");
constexpr auto checkRedirect = TEXT("Check its address, and whether this network asks for a sign-in.");
constexpr auto noSettings = TEXT("The settings could not be written to {detail}.");

/// By kind. An empty code is the fallback of its kind, "http_*" that of a status, and "proxy_*" that of a status which a proxy
/// sent.
constexpr Entry entries[] = {
    {Kind::Canceled, "", TEXT("The sign-in was canceled."), tryAgain, runAgain},
    {Kind::Canceled, "canceled", TEXT("The sign-in was canceled."), tryAgain, runAgain},

    {Kind::Unreachable, "", TEXT("{server} cannot be reached ({code})."), checkOnline},
    {Kind::Unreachable, "network", TEXT("{server} cannot be reached."), checkOnline},
    {Kind::Unreachable, "host_not_found", TEXT("{host} was not found."), checkOnline},
    {Kind::Unreachable, "connection_refused", TEXT("{host} refuses the connection."),
     TEXT("Try again later. If that does not help, check the address.")},
    {Kind::Unreachable, "cli_timed_out", TEXT("GitHub CLI did not answer."), TEXT("Unlock your keychain and try again.")},
    {Kind::Unreachable, "timed_out", TEXT("{server} took too long to answer."), TEXT("Try again later, or on another network.")},
    {Kind::Unreachable, "tls", TEXT("No secure connection to {host} could be made."),
     TEXT("Check this computer’s clock, and whether the network inspects traffic.")},
    {Kind::Unreachable, "proxy", TEXT("The proxy {detail} did not let Latchkey through."), checkProxy},
    {Kind::Unreachable, "proxy_not_found", TEXT("The proxy {detail} was not found."), checkProxyName},
    {Kind::Unreachable, "proxy_refused", TEXT("The proxy {detail} cannot be reached."), checkProxyName},
    {Kind::Unreachable, "proxy_closed", TEXT("The proxy {detail} closed the connection without an answer."), checkProxy},
    {Kind::Unreachable, "proxy_timed_out", TEXT("The proxy {detail} does not answer."), checkProxy},
    {Kind::Unreachable, "proxy_unreadable", TEXT("What answers at {detail} is not an HTTP proxy."), checkProxyName},
    {Kind::Unreachable, "proxy_password", TEXT("The proxy {detail} asks for a name and a password."),
     TEXT("Set them in the proxy settings of your system."), TEXT("Add them to the URL in https_proxy.")},
    {Kind::Unreachable, "proxy_wrong_password", TEXT("The proxy {detail} does not accept your name and password for it."),
     TEXT("Correct them in the proxy settings of your system, or in https_proxy."),
     TEXT("Correct them in the URL in https_proxy, or in your system’s proxy settings.")},
    {Kind::Unreachable, "proxy_ntlm", TEXT("The proxy {detail} requires NTLM or Kerberos, which does not work here."),
     TEXT("Ask its administrator for another way, or run Cntlm in between.")},
    {Kind::Unreachable, "proxy_unsupported", TEXT("Latchkey cannot use the kind of proxy that {detail} is."),
     TEXT("Set one with http:// or socks5:// in https_proxy.")},
    {Kind::Unreachable, "proxy_broken", TEXT("The connection to {server} through the proxy {detail} broke off."), tryLaterOrAsk},
    {Kind::Unreachable, "proxy_not_tls", TEXT("Something other than {server} answers through the proxy {detail}."),
     TEXT("Check whether this network wants you to sign in to it first.")},
    {Kind::Unreachable, "proxy_*", TEXT("The proxy {detail} refused to connect to {server} ({status})."),
     TEXT("Ask its administrator to allow that, or check your proxy settings.")},
    {Kind::Unreachable, "proxy_502", proxyCannotReach, tryLaterOrAsk},
    {Kind::Unreachable, "proxy_503", proxyCannotReach, tryLaterOrAsk},
    {Kind::Unreachable, "proxy_504", proxyCannotReach, tryLaterOrAsk},
    {Kind::Unreachable, "http_*", TEXT("{server} cannot answer just now ({status})."), tryLater},
    {Kind::Unreachable, "http_429", TEXT("Too many requests to {server} (429)."), tryLater},
    {Kind::Unreachable, "rate_limited", TEXT("Rate limit reached."), TEXT("Refreshing again {time}."), tryLater},
    {Kind::Unreachable, "limit_reached", TEXT("Rate limit of {server} reached."), tryLater},
    {Kind::Unreachable, "temporarily_unavailable", TEXT("{server} is not available just now."), tryLater}, // RFC 6749 §4.1.2.1
    {Kind::Unreachable, "server_error", TEXT("{server} reports an internal error."), tryLater},
    {Kind::Unreachable, "busy", TEXT("Another process of Latchkey is renewing this sign-in."), inAMinute},
    {Kind::Unreachable, "attempt_timed_out", TEXT("Sign-in timed out."), tryAgain, runAgain},
    {Kind::Unreachable, "redirect_port_in_use",
     TEXT("Another program uses port {port}, which {server} sends its answer to."), TEXT("Close it and try again.")},
    {Kind::Unreachable, "instance_hung", TEXT("Latchkey is running already, but does not answer."),
     TEXT("End that process first.")},

    {Kind::Denied, "", TEXT("{server} refused ({reason})."), tryAgain, runAgain},
    {Kind::Denied, "access_denied", TEXT("You declined on {server}."), TEXT("Nothing changed.")},
    {Kind::Denied, "access_not_given", TEXT("{server} gives Latchkey no access."), // The word of RFC 6749 §4.1.2.1, elsewhere.
     TEXT("Sign in again, or ask {server} about an access policy."),
     TEXT("Run 'latchkey sign-in', or ask {server} about an access policy.")},
    {Kind::Denied, "wrong_issuer", TEXT("Latchkey refused an answer that did not come from {server}."),
     TEXT("Try again. If it happens again, do not sign in on this network.")},
    {Kind::Denied, "wrong_subject",
     TEXT("Latchkey refused the sign-in. The ID token and the profile name different people."),
     TEXT("Try again. If it happens again, tell the support of {server}.")},
    {Kind::Denied, "id_token", TEXT("Latchkey refused the sign-in. The ID token of {server} is not valid ({detail})."),
     TEXT("Check this computer’s clock and the client ID, then try again.")},
    {Kind::Denied, "incorrect_client_credentials", badClient, checkClient, checkClientInFile}, // GitHub's.
    {Kind::Denied, "invalid_client", badClient, checkClient, checkClientInFile}, // RFC 6749 §5.2
    {Kind::Denied, "unauthorized_client", TEXT("{server} does not allow Latchkey’s registration to sign in this way."),
     TEXT("Allow it in that registration, or use another way.")},
    // Ours, for an endpoint that gives tokens or codes and names no reason.
    {Kind::Denied, "request_refused", TEXT("{server} refused without a reason (400)."),
     TEXT("Try again. If it happens again, check the registration.")},
    {Kind::Denied, "client_refused", badClient, checkClient, checkClientInFile},
    {Kind::Denied, "access_refused", TEXT("{server} gives Latchkey no access (403)."),
     TEXT("Check the registration, or ask {server} about an access policy.")},
    {Kind::Denied, "endpoint_missing", TEXT("{server} does not know this address, or this client ID (404)."),
     TEXT("Check the registration and the provider file.")},
    {Kind::Denied, "application_suspended", TEXT("{server} has suspended Latchkey’s registration."), // GitHub's.
     TEXT("Ask the person who registered it.")},
    {Kind::Denied, "invalid_request", badRequest, checkFileOrReport},
    {Kind::Denied, "invalid_request_uri", badRequest, checkFileOrReport}, // OpenID Connect Core §3.1.2.6
    {Kind::Denied, "invalid_request_object", badRequest, checkFileOrReport},
    {Kind::Denied, "request_not_supported", badRequest, checkFileOrReport},
    {Kind::Denied, "request_uri_not_supported", badRequest, checkFileOrReport},
    {Kind::Denied, "registration_not_supported", badRequest, checkFileOrReport},
    {Kind::Denied, "invalid_authorization_details", badRequest, checkFileOrReport}, // RFC 9396 §5
    {Kind::Denied, "invalid_target", TEXT("{server} requires a resource that Latchkey does not name."), checkFileOrReport}, // RFC 8707
    {Kind::Denied, "invalid_dpop_proof", needsDPoP, allowBearer}, // RFC 9449 §5
    {Kind::Denied, "use_dpop_nonce", needsDPoP, allowBearer},
    {Kind::Denied, "unsupported_response_type", TEXT("{server} does not support signing in by a page."), useAnotherWay,
     TEXT("Try --method device or --method token.")},
    {Kind::Denied, "unsupported_grant_type", TEXT("{server} does not support this way of signing in."), useAnotherWay,
     tryAnotherMethod},
    {Kind::Denied, "unsupported_token_type", TEXT("{server} cannot revoke this kind of token."), revokeThere}, // RFC 7009 §2.2.1
    {Kind::Denied, "invalid_scope", TEXT("{server} does not know a requested scope ({scope})."),
     TEXT("Check the scope in the provider file.")},
    {Kind::Denied, "redirect_uri_mismatch", badRedirect, registerRedirect}, // GitHub's.
    {Kind::Denied, "invalid_redirect_uri", badRedirect, registerRedirect},
    {Kind::Denied, "disallowed_useragent", TEXT("{server} does not allow signing in inside an application."), useBrowser, // Google's.
     TEXT("Try --method browser.")},
    {Kind::Denied, "admin_policy_enforced", TEXT("The administrator of your account does not allow Latchkey."), // Google's.
     TEXT("Ask them to approve it.")},
    {Kind::Denied, "org_internal", TEXT("Only members of its organization may use this registration at {server}."), // Google's.
     TEXT("Use an account of the organization, or another registration.")},
    {Kind::Denied, "invalid_grant", notRenewed, signInAgain, runSignIn},
    {Kind::Denied, "invalid_token", notRenewed, signInAgain, runSignIn}, // RFC 6750 §3.1
    // OpenID Connect Core §3.1.2.6, its extensions and RFC 9470: a refresh cannot do what they ask for.
    {Kind::Denied, "interaction_required", newSignIn, signInAgain, runSignIn},
    {Kind::Denied, "login_required", newSignIn, signInAgain, runSignIn},
    {Kind::Denied, "consent_required", TEXT("{server} requires your consent once more."), signInAgain, runSignIn},
    {Kind::Denied, "account_selection_required", TEXT("{server} requires you to choose an account."), signInAgain, runSignIn},
    {Kind::Denied, "unmet_authentication_requirements", strongerSignIn, signInAgain, runSignIn},
    {Kind::Denied, "insufficient_user_authentication", strongerSignIn, signInAgain, runSignIn},
    {Kind::Denied, "mfa_required", strongerSignIn, signInAgain, runSignIn},
    // RFC 6749 §5.2 and RFC 8628 §3.5, in the answer to a refresh.
    {Kind::Denied, "renewal_unsupported", TEXT("{server} does not renew sign-ins."), signInAgain, runSignIn},
    {Kind::Denied, "renewal_not_allowed", TEXT("{server} does not let Latchkey’s registration renew sign-ins."),
     TEXT("Allow refresh tokens in that registration.")},
    {Kind::Denied, "renewal_pending", TEXT("{server} has not renewed the sign-in yet."), inAMinute},
    {Kind::Denied, "renewal_expired", notRenewed, signInAgain, runSignIn},
    {Kind::Denied, "bad_refresh_token", notRenewed, signInAgain, runSignIn}, // GitHub's.
    {Kind::Denied, "bad_verification_code", badCode, tryAgain, runAgain},
    {Kind::Denied, "incorrect_device_code", badCode, tryAgain, runAgain},
    {Kind::Denied, "unverified_user_email", TEXT("Your e-mail address is not verified."), TEXT("Verify it at {server}, then try again.")},
    {Kind::Denied, "unknown_error", TEXT("{server} refused without a reason."), tryAgain, runAgain},
    {Kind::Denied, "authorization_pending", TEXT("Nobody has entered the code yet."), TEXT("Get a new code."), // RFC 8628 §3.5
     TEXT("Run the command again for a new one.")},
    {Kind::Denied, "slow_down", TEXT("{server} is asked too often."), inAMinute},
    {Kind::Denied, "expired_token", TEXT("The code has expired."), TEXT("Get a new code."), // RFC 8628 §3.5
     TEXT("Run the command again for a new one.")},
    {Kind::Denied, "device_flow_unsupported", TEXT("{server} gives no codes for signing in."), useAnotherWay,
     TEXT("Try --method browser.")},
    {Kind::Denied, "device_flow_disabled", TEXT("Codes are not enabled for Latchkey at {server}."),
     TEXT("Select “Enable Device Flow” in its registration, or use a client secret."),
     TEXT("Enable the device flow in its registration, or try --method browser.")},
    {Kind::Denied, "missing_token", TEXT("No token came on standard input."), TEXT("Paste a token."),
     TEXT("Pipe one in, or type it: latchkey sign-in --method token < FILE.")},
    {Kind::Denied, "no_cli_sign_in", TEXT("GitHub CLI has no sign-in for {host}."),
     TEXT("Run 'gh auth login', or use another way.")},
    {Kind::Denied, "cli_not_started", TEXT("GitHub CLI could not be started."), useAnotherWay},
    {Kind::Denied, "malformed_token", TEXT("This is not a token: it must be one line without spaces."), copyAgain},
    {Kind::Denied, "token_refused", TEXT("{server} does not accept this token."),
     TEXT("Check that it is complete and still valid.")},
    {Kind::Denied, "new_token_refused", TEXT("{server} does not accept the token that it has just issued."),
     TEXT("Try again. If it happens again, tell the support of {server}.")},
    {Kind::Denied, "scope_missing", TEXT("{server} requires more permissions for this ({detail})."), grantMore},
    {Kind::Denied, "insufficient_scope", TEXT("{server} requires more permissions for this."), grantMore}, // RFC 6750 §3.1
    {Kind::Denied, "sso_required", TEXT("An organization at {server} requires single sign-on."),
     TEXT("Sign in to it, so that Latchkey may see this.")},
    {Kind::Denied, "account_suspended", TEXT("Your account at {server} is suspended."), TEXT("Ask the support of {server}.")},
    {Kind::Denied, "ip_not_allowed", TEXT("{server} does not allow your IP address."),
     TEXT("Use an allowed network or VPN, or ask your administrator.")},
    {Kind::Denied, "app_not_allowed", TEXT("An organization at {server} does not allow Latchkey."),
     TEXT("Ask an owner of the organization to approve it.")},
    {Kind::Denied, "token_kind_not_allowed", TEXT("{server} does not allow this kind of token."),
     TEXT("Create a token of another kind or lifetime, or sign in without one.")},
    {Kind::Denied, "intercepted", TEXT("Something on the way to {server} answered in its place."),
     TEXT("Check whether this network requires a sign-in, or a proxy blocks {host}.")},
    {Kind::Denied, "http_*", TEXT("{server} refused (HTTP {status})."), TEXT("Update Latchkey. If that does not help, report it.")},
    {Kind::Denied, "redirected", TEXT("{server} sends Latchkey to another page."), checkRedirect},
    {Kind::Denied, "http_301", redirected, checkRedirect},
    {Kind::Denied, "http_302", redirected, checkRedirect},
    {Kind::Denied, "http_303", redirected, checkRedirect},
    {Kind::Denied, "http_307", redirected, checkRedirect},
    {Kind::Denied, "http_308", redirected, checkRedirect},
    {Kind::Denied, "http_401", TEXT("{server} or a proxy on the way requires another sign-in (401)."),
     TEXT("Check whether this network requires its own sign-in.")},
    {Kind::Denied, "http_403", TEXT("{server} does not let Latchkey do this."), checkPermissions},
    {Kind::Denied, "forbidden", TEXT("{server} does not let Latchkey do this."), checkPermissions},
    {Kind::Denied, "http_404", TEXT("{server} has no such page, or hides it."), checkPermissions},
    {Kind::Denied, "not_refreshable", TEXT("The sign-in at {server} has ended."), signInAgain, runSignIn},
    {Kind::Denied, "not_possible", TEXT("{server} offers no way to revoke access from here."), revokeThere},
    {Kind::Denied, "not_told",
     TEXT("{server} cannot be reached, and Latchkey cannot remember to revoke access later."), revokeThere},
    {Kind::Denied, "unknown_client", TEXT("{server} does not know this client ID."), copyAgain},
    {Kind::Denied, "wrong_secret", TEXT("{server} does not know this client ID with this secret."),
     TEXT("Copy both from {server} once more.")},
    {Kind::Denied, "malformed_client_id", TEXT("This is not a client ID: it must be one word."), copyAgain},
    {Kind::Denied, "malformed_client_secret", TEXT("This is not a client secret: it must be one word."), copyAgain},

    {Kind::Malformed, "", TEXT("Latchkey cannot read an answer of {server} ({code})."), tryOrReport},
    {Kind::Malformed, "wrong_issuer", TEXT("The server at this address calls itself {detail}."),
     TEXT("Check the address. Latchkey has not used it.")},
    {Kind::Malformed, "other_issuer", TEXT("The server at this address calls itself {detail}."),
     TEXT("Use that address if it is the one you mean."), TEXT("Name it in the provider file, or run 'latchkey sign-in --provider {detail}'.")},
    {Kind::Malformed, "discovery", TEXT("{server} does not say how to sign in ({detail})."),
     TEXT("Check that its address is that of an OpenID provider.")},
    {Kind::Malformed, "web_page", TEXT("{server} answered with a web page instead of data."),
     TEXT("Check whether this network asks for a sign-in, or blocks Latchkey.")},
    {Kind::Malformed, "too_many_cookies", TEXT("Your browser sent too many cookies for 127.0.0.1."),
     TEXT("Delete them and reload the page, or use another way.")},
    {Kind::Malformed, "cli_answer", TEXT("Latchkey cannot read GitHub CLI’s answer."), useAnotherWay},
    {Kind::Malformed, "token_response", unreadable, tryOrReport},
    {Kind::Malformed, "no_token", TEXT("{server} answered without a token."), tryOrReport},
    {Kind::Malformed, "device_authorization_response", unreadable, tryOrReport},
    {Kind::Malformed, "not_json", unreadable, TEXT("Check whether this network wants you to sign in to it first.")},
    {Kind::Malformed, "too_large", TEXT("An answer of {server} is larger than Latchkey reads."),
     TEXT("Check the address, or report this.")},
    {Kind::Malformed, "cut_off", TEXT("The connection to {server} broke off."), tryAgain, runAgain},
    {Kind::Malformed, "http_304", unreadable, tryOrReport},
    {Kind::Malformed, "identity", TEXT("{server} does not say who you are."), tryOrReport},
    {Kind::Malformed, "user", unreadable, tryOrReport},
    {Kind::Malformed, "userinfo", unreadable, tryOrReport},
    {Kind::Malformed, "not_an_image", unreadable, tryOrReport},
    {Kind::Malformed, "readme", unreadable, tryOrReport},
    {Kind::Malformed, "overview", unreadable, tryOrReport},
    {Kind::Malformed, "open_work", unreadable, tryOrReport},
    {Kind::Malformed, "repositories", unreadable, tryOrReport},
    {Kind::Malformed, "notifications", unreadable, tryOrReport},
    {Kind::Malformed, "too_long", TEXT("A message from another program is too long."), checkRemote},
    {Kind::Malformed, "control_character", TEXT("A message from or to Git has a control character."), checkRemote},
    {Kind::Malformed, "ambiguous", TEXT("A message from Git has two values for one key."), checkRemote},
    {Kind::Malformed, "no_arguments", TEXT("A message from another start of Latchkey cannot be read."),
     TEXT("Start Latchkey again.")},

    {Kind::Storage, "", TEXT("Your keychain refuses ({code})."), unlock},
    {Kind::Storage, "entry_not_found", TEXT("Your keychain no longer has your sign-in."), signInAgain, signInOrForget},
    {Kind::Storage, "unreadable_entry", TEXT("The saved sign-in is damaged."), signInAgain, signInOrForget},
    {Kind::Storage, "newer_entry", TEXT("A newer version of Latchkey saved this sign-in."),
     TEXT("Update Latchkey, or sign in again.")},
    {Kind::Storage, "locked", TEXT("Your keychain is locked."), unlockOrSignIn, unlock},
    {Kind::Storage, "access_denied", TEXT("Your keychain did not let Latchkey in. It may be locked."), unlockOrSignIn, unlock},
    {Kind::Storage, "timed_out", TEXT("Your keychain does not answer. It may be waiting for its password."),
     unlockOrSignIn, TEXT("Unlock or restart it, and try again.")},
    {Kind::Storage, "unavailable", TEXT("No keychain found."), TEXT("Install and start one, such as GNOME Keyring or KWallet.")},
    {Kind::Storage, "no_default_collection", TEXT("Your keychain has no default keyring to save to."),
     TEXT("Open it, or create one in your password manager. Then sign in again."),
     TEXT("Open it, or create one in your password manager.")},
    {Kind::Storage, "not_removed", TEXT("Your keychain still has your sign-in."), TEXT("Remove it in your keychain’s own window.")},
    {Kind::Storage, "busy", TEXT("Another process of Latchkey is changing this account."), inAMinute},
    {Kind::Storage, "settings_not_written", noSettings, checkFolder},
    {Kind::Storage, "settings_busy", TEXT("The settings in {detail} are in use by another program."), inAMinute},
    {Kind::Storage, "cache_not_removed", TEXT("Cached data of the account is still in {detail}."), TEXT("Delete that folder.")},
    {Kind::Storage, "file_not_written", TEXT("The registration could not be written to {detail}."), checkFolder},

    {Kind::NoUserAgent, "", viewStopped, useBrowser},
    {Kind::NoUserAgent, "no_browser", TEXT("Your browser could not be opened."),
     TEXT("Copy the link instead, and paste it into a browser.")},
    {Kind::NoUserAgent, "missing", TEXT("Latchkey’s own sign-in window is not installed."), useBrowser},
    {Kind::NoUserAgent, "root_without_sandbox", TEXT("Latchkey’s own sign-in window is not safe for root."),
     TEXT("Use your browser, or run Latchkey as yourself.")},
    {Kind::NoUserAgent, "no_user_namespaces", TEXT("Latchkey’s own sign-in window needs user namespaces to be safe."),
     TEXT("Use your browser, or allow Latchkey to use them.")},
    {Kind::NoUserAgent, "not_started", viewStopped, useBrowser},
    {Kind::NoUserAgent, "not_ready", viewStopped, useBrowser},
    {Kind::NoUserAgent, "ended", viewStopped, useBrowser},
    {Kind::NoUserAgent, "renderer", viewStopped, useBrowser},
    {Kind::NoUserAgent, "unreadable", viewStopped, useBrowser},
};

#undef TEXT

} // namespace

std::span<const Entry> allEntries()
{
    return entries;
}

} // namespace errortext
