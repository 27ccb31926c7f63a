// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace diagnosis {

enum class State {
    Pending, ///< Not known yet.
    Ok,
    Warning, ///< Works, but could work better.
    Failed,
    Skipped, ///< Could not be checked, or need not be.
};

/// The result of a check, in sentences for people. The advice is empty if there is nothing to do.
struct Finding
{
    State state = State::Pending;
    QString sentence = {};
    QString advice = {};
};

/// Receives a finding, once. Not called after the context that it was passed with is gone.
using Teller = std::function<void(const Finding &)>;

/// One line of a diagnosis.
struct Check
{
    QString name;
    Finding finding;
};

} // namespace diagnosis
