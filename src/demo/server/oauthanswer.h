// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

namespace demo {

/// The members of an OAuth answer.
using AnswerFields = QList<std::pair<QString, QString>>;

/// An error as GitHub has it, with an explanation.
AnswerFields errorFields(const char *code, const char *description);

/// Form-encoded unless JSON is asked for, as at GitHub.
loopback::Response oauthAnswer(const loopback::Request &request, const AnswerFields &fields);

} // namespace demo
