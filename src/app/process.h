// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <memory>

/// The name of the desktop entry, and the service name of all entries in the keychain.
extern const QString applicationId;

/// Unsets the XDG variables that name a relative folder, and shortens the lists of folders by those: the XDG Base Directory
/// Specification calls them invalid, but Qt would use them, relative to wherever the program was started.
void ignoreRelativeFolders();

QStringList argumentsOf(int argc, char **argv);

/// Makes a QApplication if there will be a window. Without a display it ends the process with a sentence and exit code 1.
/// Keeps a reference to `argc`, as Qt does.
std::unique_ptr<QCoreApplication> makeApplication(bool hasWindow, int &argc, char **argv);

/// False if there is certainly nobody who could see a window.
bool mayHaveDisplay();

void setWindowIcon();

/// What to start for another Latchkey. An AppImage's own folder is gone when its first process ends.
QString ownProgram();
