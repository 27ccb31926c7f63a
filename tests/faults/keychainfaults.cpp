// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faulttable.h"
#include "faultworld.h"

using State = Session::State;

namespace {

enum class Moment { SignIn, Start, Refresh, SignOut };

constexpr const char *momentNames[] = {"at sign-in", "at start", "at a refresh", "at sign-out"};

QByteArray codeOf(const std::optional<Error> &error)
{
    return error ? error->code.toUtf8() : QByteArray("success");
}

/// The state in the words of the table.
QByteArray described(const FaultWorld &world, const std::optional<Error> &toldAtSignOut = {})
{
    switch (world.session().state()) {
    case State::SignedIn: return "signed in: " + codeOf(world.session().account()->storageError());
    case State::SignedOut:
        return toldAtSignOut ? "signed out: " + codeOf(toldAtSignOut) : "not restored: " + codeOf(world.session().error());
    default: return "waiting";
    }
}

void start(FaultWorld &world)
{
    world.open();
    if (!eventually([&] { return world.session().state() != State::Restoring; }))
        qFatal("the store does not answer");
}

/// Reaches the moment in question. Returns a sign-out's answer.
std::optional<Error> comeTo(FaultWorld &world, Moment moment)
{
    std::optional<Error> told;
    switch (moment) {
    case Moment::SignIn: world.signInByWindow(); break;
    case Moment::Start: start(world); break;
    case Moment::Refresh: {
        Answers<void> refreshed;
        world.session().account()->tokens().refresh(&world.context, refreshed.receiver());
        if (!eventually([&] { return refreshed.count > 0; }))
            qFatal("the refresh does not end");
        break;
    }
    case Moment::SignOut: {
        Answers<void> signedOut;
        world.session().signOut(&world.context, signedOut.receiver());
        if (eventually([&] { return signedOut.count > 0; }) && !*signedOut.last)
            told = signedOut.last->error();
        break;
    }
    }
    return told;
}

/// True if the session is stored, at the latest after the person has asked for it again.
bool worksAgain(FaultWorld &world)
{
    if (world.session().state() == State::SignedIn) {
        world.session().account()->tokens().storeAgain();
        if (!eventually([&] { return !world.session().account()->storageError(); }))
            return false;
    } else {
        start(world);
        if (world.session().state() != State::SignedIn && !world.signInByWindow())
            return false;
    }
    world.open();
    return world.waitFor(State::SignedIn) && world.isWindowUsable() && !world.session().account()->storageError();
}

/// A keychain that answers every request with an error.
Outcome runRefusal(Moment moment, const char *code)
{
    FaultWorld world;
    world.open();
    if (moment != Moment::SignIn && !world.signInByWindow())
        return {.got = "the sign-in before it failed"};
    world.store.refusal = Error{Error::Kind::Storage, QLatin1String(code)};
    const std::optional<Error> told = comeTo(world, moment);
    Outcome outcome{.got = described(world, told), .wasServed = true, .isWindowUsable = world.isWindowUsable()};
    world.store.refusal.reset();
    outcome.worksAgain = worksAgain(world);
    return outcome;
}

/// An entry that is not the one that was stored.
Outcome runBadEntry(const std::optional<QByteArray> &entry)
{
    FaultWorld world;
    world.open();
    if (!world.signInByWindow())
        return {.got = "the sign-in before it failed"};
    const QByteArray good = world.store.entries.take(world.key);
    if (entry)
        world.store.entries.insert(world.key, *entry);
    const auto entries = world.store.entries;
    comeTo(world, Moment::Start);
    Outcome outcome{.got = described(world), .wasServed = !good.isEmpty() && world.store.entries == entries,
                    .isWindowUsable = world.isWindowUsable()};
    outcome.worksAgain = worksAgain(world);
    return outcome;
}

/// A keychain that does not answer, as during its password prompt.
Outcome runSilence(Moment moment)
{
    FaultWorld world;
    world.open();
    if (moment == Moment::Start && !world.signInByWindow())
        return {.got = "the sign-in before it failed"};
    world.store.hold();
    if (moment == Moment::Start)
        world.open();
    else
        world.pressSignIn([&] { return world.store.waitingCount() > 0; });
    Outcome outcome{.got = described(world), .wasServed = world.store.waitingCount() == 1};
    // After a moment, the gate shows that it is busy.
    outcome.isWindowUsable = eventually([&] { return FaultWorld::window<SignInWindow>(); });
    world.store.letGo();
    outcome.worksAgain = world.waitFor(State::SignedIn) && world.isWindowUsable();
    return outcome;
}

} // namespace

QList<FaultRow> keychainFaults()
{
    QList<FaultRow> rows;
    const QByteArray stage = "keychain";
    for (const Moment moment : {Moment::SignIn, Moment::Start, Moment::Refresh, Moment::SignOut}) {
        const char *state = moment == Moment::Start ? "not restored: "
            : moment == Moment::SignOut             ? "signed out: "
                                                    : "signed in: ";
        for (const char *code : {"unavailable", "locked", "access_denied", "timed_out"}) {
            rows.append({stage, QByteArray(code) + ' ' + momentNames[int(moment)], state + QByteArray(code),
                         [moment, code] { return runRefusal(moment, code); }});
        }
    }
    StoredSession another;
    another.identity = {QStringLiteral("666"), QStringLiteral("mallory"), {}};
    another.tokens.accessToken = QStringLiteral("gho_1");
    const QByteArray newer = R"({"version": 99, "tokens": []})";
    const QByteArray anothers = another.toEntry();
    rows.append({stage, "entry gone", "not restored: entry_not_found", [] { return runBadEntry(std::nullopt); }});
    rows.append({stage, "entry empty", "not restored: unreadable_entry", [] { return runBadEntry(QByteArray("")); }});
    rows.append({stage, "entry unreadable", "not restored: unreadable_entry", [] { return runBadEntry("\xff\xfe{"); }});
    rows.append({stage, "entry of 10 MB", "not restored: unreadable_entry",
                 [] { return runBadEntry(QByteArray(10 * 1024 * 1024, 'x')); }});
    rows.append({stage, "entry of a newer version", "not restored: newer_entry", [newer] { return runBadEntry(newer); }});
    rows.append({stage, "entry of somebody else", "not restored: unreadable_entry", [anothers] { return runBadEntry(anothers); }});
    rows.append({stage, "silence at sign-in", "waiting", [] { return runSilence(Moment::SignIn); }});
    rows.append({stage, "silence at start", "waiting", [] { return runSilence(Moment::Start); }});
    return rows;
}
