// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/appearancepage.h"

#include "gui/look/measures.h"
#include "gui/parts/card.h"
#include "gui/settings/accentbutton.h"
#include "gui/settings/schemeswatch.h"
#include "gui/settings/wrappingrow.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace {

constexpr int zooms[] = {80, 90, 100, 110, 125, 150, 175, 200};

QString percent(int zoom)
{
    return AppearancePage::tr("%1 %").arg(QLocale().toString(zoom));
}

/// Also when assistive technology chooses, which checks a button without a click.
void whenChosen(QAbstractButton *button, const std::function<void()> &choose)
{
    QObject::connect(button, &QAbstractButton::clicked, button, choose);
    QObject::connect(button, &QAbstractButton::toggled, button, [choose](bool isChosen) {
        if (isChosen)
            choose();
    });
}

} // namespace

AppearancePage::AppearancePage(Preferences &preferences)
    : SettingsPage(tr("Appearance")),
      m_preferences(preferences),
      m_contrast(new ChoiceBox(QStringLiteral("contrastBox"), tr("Contrast"))),
      m_density(new ChoiceBox(QStringLiteral("densityBox"), tr("Rows in lists"))),
      m_zoom(new ChoiceBox(QStringLiteral("zoomBox"), tr("Zoom")))
{
    addScheme();
    addAccent();
    addSizes();
    connect(&preferences, &Preferences::changed, this, &AppearancePage::show);
    show();
}

void AppearancePage::addScheme()
{
    using Scheme = Choices::Scheme;
    Card *card = addCard();
    card->body()->addWidget(settingName(tr("Color scheme")));
    auto *row = new WrappingRow(look::space4); // Buttons of one parent exclude each other.
    for (const auto &[name, scheme, objectName] : {std::tuple(tr("System"), Scheme::System, "systemSchemeButton"),
                                                   {tr("Light"), Scheme::Light, "lightSchemeButton"},
                                                   {tr("Dark"), Scheme::Dark, "darkSchemeButton"}}) {
        auto *swatch = new SchemeSwatch(scheme, name);
        swatch->setObjectName(QLatin1String(objectName));
        whenChosen(swatch, [this, scheme = scheme] {
            change([scheme](Choices &choices) { choices.scheme = scheme; });
        });
        m_swatches.append(swatch);
        row->add(swatch);
    }
    card->body()->addWidget(row);
}

void AppearancePage::addAccent()
{
    auto *row = new WrappingRow(look::space2);
    m_desktopAccent = new AccentButton(tr("The desktop’s accent"));
    row->add(m_desktopAccent);
    m_desktopAccent->setObjectName(QStringLiteral("desktopAccentButton"));
    m_desktopAccent->setDesktop(true);
    whenChosen(m_desktopAccent, [this] {
        change([](Choices &choices) { choices.usesDesktopAccent = true; });
    });
    for (const auto &[name, color] : {std::pair(tr("Latchkey’s teal"), QColor()), {tr("Blue"), QColor(0x25, 0x63, 0xc9)},
                                      {tr("Purple"), QColor(0x7a, 0x48, 0xd0)}, {tr("Pink"), QColor(0xbf, 0x39, 0x89)},
                                      {tr("Red"), QColor(0xc4, 0x31, 0x3d)}, {tr("Orange"), QColor(0xb3, 0x59, 0x00)},
                                      {tr("Green"), QColor(0x1a, 0x7f, 0x37)}, {tr("Graphite"), QColor(0x59, 0x63, 0x6e)}}) {
        auto *button = new AccentButton(name);
        row->add(button);
        button->setObjectName(QStringLiteral("accentButton%1").arg(m_accents.size()));
        button->setAccent(color);
        whenChosen(button, [this, color = color] {
            change([&color](Choices &choices) {
                choices.usesDesktopAccent = false;
                choices.accent = color;
            });
        });
        m_accents.append({color, button});
    }
    for (const auto &[name, contrast] : {std::pair(tr("System"), Choices::Contrast::System), {tr("Normal"), Choices::Contrast::Normal},
                                         {tr("High"), Choices::Contrast::More}})
        m_contrast->addItem(name, int(contrast));
    connect(m_contrast, &QComboBox::activated, this, [this] {
        change([this](Choices &choices) { choices.contrast = Choices::Contrast(m_contrast->currentData().toInt()); });
    });
    Card *card = addCard();
    card->body()->addWidget(settingName(tr("Accent")));
    card->body()->addWidget(row);
    addRow(card, tr("Contrast"), tr("High contrast has no tints and no pale text."), m_contrast);
}

void AppearancePage::addSizes()
{
    m_density->addItem(tr("Comfortable"), int(Choices::Density::Comfortable));
    m_density->addItem(tr("Compact"), int(Choices::Density::Compact));
    connect(m_density, &QComboBox::activated, this, [this] {
        change([this](Choices &choices) { choices.density = Choices::Density(m_density->currentData().toInt()); });
    });
    for (const int zoom : zooms)
        m_zoom->addItem(percent(zoom), zoom);
    connect(m_zoom, &QComboBox::activated, this, [this] {
        change([this](Choices &choices) { choices.zoom = m_zoom->currentData().toInt(); });
    });
    Card *card = addCard();
    addRow(card, tr("Rows in lists"), tr("Compact rows show more at once."), m_density);
    addRow(card, tr("Zoom"), tr("Ctrl++ and Ctrl+- change it as well."), m_zoom);
}

void AppearancePage::setDesktopAccent(const QColor &accent)
{
    m_desktopAccent->setAccent(accent);
}

void AppearancePage::show()
{
    const Choices &choices = m_preferences.choices();
    m_swatches.at(int(choices.scheme))->setChecked(true);
    AccentButton *chosen = choices.usesDesktopAccent ? m_desktopAccent : nullptr;
    for (const auto &[color, button] : std::as_const(m_accents)) {
        if (!chosen && color == choices.accent)
            chosen = button;
    }
    if (chosen)
        chosen->setChecked(true);
    m_contrast->showData(int(choices.contrast));
    m_density->showData(int(choices.density));
    m_zoom->showData(choices.zoom, percent(choices.zoom));
}

void AppearancePage::change(const std::function<void(Choices &)> &how)
{
    Choices choices = m_preferences.choices();
    how(choices);
    m_preferences.choose(choices);
}

#include "moc_appearancepage.cpp"
