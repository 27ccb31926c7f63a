// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

/// What a fault came to.
struct Outcome
{
    QByteArray got = {}; ///< In the words of the table.
    bool wasServed = false; ///< The fault has really happened.
    bool isWindowUsable = false; ///< While it lasted.
    bool worksAgain = false; ///< The next try, without the fault.
};

/// One row of the table: a fault at a stage of the session's life, and the state that a person is to find.
struct FaultRow
{
    QByteArray stage;
    QByteArray fault;
    QByteArray expected;
    std::function<Outcome()> run;

    QByteArray name() const { return stage + ": " + fault; }
};

/// The answers of a server that misbehaves, or that is not the one it should be.
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
    Suspended, ///< As GitHub says so.
};

/// All rows, of all stages.
QList<FaultRow> serverFaults();
QList<FaultRow> callbackFaults();
QList<FaultRow> keychainFaults();
