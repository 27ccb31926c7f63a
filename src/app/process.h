// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <memory>

/// The name of the desktop entry, and of everything in the keychain.
extern const QString applicationId;

QStringList argumentsOf(int argc, char **argv);

/// With a window it is a QApplication. References `argc`, as Qt does.
std::unique_ptr<QCoreApplication> makeApplication(bool hasWindow, int &argc, char **argv);

void setWindowIcon();
