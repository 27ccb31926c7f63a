// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

/// The outcome of a fault.
struct Outcome
{
    QByteArray got = {}; ///< The resulting state, in the words of the table.
    bool wasServed = false; ///< The fault really happened.
    bool isWindowUsable = false; ///< During the fault.
    bool worksAgain = false; ///< At the next try, without the fault.
};

/// A row of the table: a fault at a stage of a session, and the state that it must lead to.
struct FaultRow
{
    QByteArray stage;
    QByteArray fault;
    QByteArray expected;
    std::function<Outcome()> run;

    QByteArray name() const { return stage + ": " + fault; }
};

/// How a server can misbehave, or be the wrong one.
enum class ServerFault {
    Refused,
    Reset,
    CutOff,
    Silent,
    Drip,
    Status500,
    Page502,
    Busy429,
    Malformed,
    Empty,
    Huge,
    WrongType,
    WrongCharset,
    Redirect,
    NameMismatch,
    SelfSigned,
    InvalidGrant, ///< RFC 6749 §5.2.
    Suspended, ///< In GitHub's words.
};

/// The rows of all stages.
QList<FaultRow> serverFaults();
QList<FaultRow> callbackFaults();
QList<FaultRow> keychainFaults();
