// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/attemptsheet.h"

#include "gui/look/measures.h"
#include "gui/signin/signinwindow.h"

#include <QVBoxLayout>

namespace {

constexpr int attemptHeight = 460;

} // namespace

AttemptSheet::AttemptSheet(SignInWindow *signIn, const QString &title, QWidget *window) : Sheet(window)
{
    setObjectName(QStringLiteral("attemptSheet"));
    setTitle(title);
    signIn->setMinimumHeight(look::zoomed(attemptHeight));
    body()->addWidget(signIn);
}

#include "moc_attemptsheet.cpp"
