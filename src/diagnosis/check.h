// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace diagnosis {

enum class State {
    Pending, ///< Is being looked at.
    Ok,
    Warning, ///< Works, but worse than it could.
    Failed,
    Skipped, ///< Could not be looked at, or need not be.
};

/// What was found, in words for people: a sentence, and what to do where something is to be done.
struct Finding
{
    State state = State::Pending;
    QString sentence = {};
    QString advice = {};
};

/// Takes what was found; called once, and not after the context that goes with it is gone.
using Teller = std::function<void(const Finding &)>;

/// One line of a diagnosis.
struct Check
{
    QString name;
    Finding finding;
};

} // namespace diagnosis
