// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences/preferences.h"

#include <utility>

namespace {

QString keyOf(const QString &name)
{
    return QStringLiteral("preferences/") + name;
}

/// QSettings makes a list of a text with commas that somebody has written into the file without quotes.
QString textOf(const QVariant &value)
{
    return value.toStringList().join(QLatin1String(", "));
}

Choices choicesIn(const QSettings &settings)
{
    ChoiceTexts texts;
    for (const QString &name : toTexts({}).keys())
        texts.insert(name, textOf(settings.value(keyOf(name))));
    return choicesFrom(texts);
}

/// Only what has changed: the person, or another process, may have changed the rest of the file. The usual values are not
/// written: a later version may have better ones.
void write(const Choices &before, const Choices &now, QSettings &settings)
{
    const ChoiceTexts usual = toTexts({});
    const ChoiceTexts old = toTexts(before);
    const ChoiceTexts texts = toTexts(now);
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        if (text.value() == old.value(text.key()))
            continue;
        if (text.value() == usual.value(text.key()))
            settings.remove(keyOf(text.key()));
        else
            settings.setValue(keyOf(text.key()), text.value());
    }
}

} // namespace

Preferences::Preferences(const QString &settingsFile) : m_file(settingsFile), m_choices(choicesIn(m_file.settings())) {}

void Preferences::choose(const Choices &choices)
{
    if (choices == m_choices)
        return;
    const Choices before = std::exchange(m_choices, choices);
    const Choices now = m_choices;
    Q_EMIT changed();
    const Result<void> outcome = m_file.change([&](QSettings &settings) { write(before, now, settings); });
    if (!outcome)
        Q_EMIT failed(outcome.error());
}

#include "moc_preferences.cpp"
