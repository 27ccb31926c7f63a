// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demochoices.h"

#include "preferences/preferences.h"
#include "session/storage/paths.h"

#include <QDir>
#include <QFile>

void takeOverChoices(const Paths &person, const Paths &demo, Preferences &choices)
{
    choices.choose(Preferences(person.settingsFile).choices());
    QDir().mkpath(demo.cacheFolder);
    QFile::copy(person.desktopFile(), demo.desktopFile());
}
