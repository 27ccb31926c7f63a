// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

namespace demo {

/// The members of an OAuth answer, by name.
using AnswerFields = QList<std::pair<QString, QString>>;

/// An error with GitHub's code and description.
AnswerFields errorFields(const char *code, const char *description);

/// An answer in JSON if the request accepts it, else form-encoded, as on GitHub.
loopback::Response oauthAnswer(const loopback::Request &request, const AnswerFields &fields);

} // namespace demo
