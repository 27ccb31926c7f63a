// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/generalpage.h"

#include "browser/foundbrowsers.h"
#include "gui/look/measures.h"
#include "gui/parts/card.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace {

/// The data of the entry whose program the person types.
const auto anotherProgram = QStringLiteral("\n");

} // namespace

GeneralPage::GeneralPage(Preferences &preferences)
    : SettingsPage(tr("General")),
      m_preferences(preferences),
      m_page(new ChoiceBox(QStringLiteral("startPageBox"), tr("Start page"))),
      m_restores(new QCheckBox(tr("Restore it"))),
      m_language(new ChoiceBox(QStringLiteral("languageBox"), tr("Language"))),
      m_browser(new ChoiceBox(QStringLiteral("browserBox"), tr("Browser"))),
      m_command(new QLineEdit),
      m_clone(new ChoiceBox(QStringLiteral("cloneProtocolBox"), tr("Clone with")))
{
    addStart();
    addLinks();
    connect(&preferences, &Preferences::changed, this, &GeneralPage::show);
    show();
}

void GeneralPage::addStart()
{
    for (const auto &[name, page] : {std::pair(tr("Profile"), PageId::Profile), {tr("Inbox"), PageId::Inbox},
                                     {tr("Repositories"), PageId::Repositories}, {tr("Pull requests"), PageId::PullRequests},
                                     {tr("Issues"), PageId::Issues}, {tr("Starred"), PageId::Starred}})
        m_page->addItem(name, int(page));
    connect(m_page, &QComboBox::activated, this, [this] {
        change([this](Choices &choices) { choices.startPage = PageId(m_page->currentData().toInt()); });
    });
    m_restores->setObjectName(QStringLiteral("restoreWindowBox"));
    m_restores->setAccessibleName(tr("Restore the window’s size and place"));
    connect(m_restores, &QCheckBox::toggled, this, [this](bool isWanted) {
        change([isWanted](Choices &choices) { choices.restoresWindow = isWanted; });
    });
    m_language->addItem(tr("System"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    connect(m_language, &QComboBox::activated, this, [this] {
        change([this](Choices &choices) { choices.language = m_language->currentData().toString(); });
    });
    Card *card = addCard();
    addRow(card, tr("Start page"), tr("Shown when the window opens."), m_page);
    addRow(card, tr("Window"), tr("Opens with its last size and place."), m_restores);
    addRow(card, tr("Language"), tr("Also of dates and numbers."), m_language);
}

void GeneralPage::addLinks()
{
    m_browser->addItem(tr("System default"), QString());
    const QList<FoundBrowser> browsers = foundBrowsers();
    for (const FoundBrowser &browser : browsers)
        m_browser->addItem(browser.name, browser.command);
    m_browser->addItem(tr("Other"), anotherProgram);
    connect(m_browser, &QComboBox::activated, this, &GeneralPage::chooseBrowser);
    m_command->setObjectName(QStringLiteral("browserCommandEdit"));
    m_command->setAccessibleName(tr("Command of the browser"));
    m_command->setPlaceholderText(tr("firefox --private-window"));
    connect(m_command, &QLineEdit::editingFinished, this, [this] {
        change([this](Choices &choices) { choices.browser = m_command->text().trimmed(); });
    });
    m_clone->addItem(tr("HTTPS"), int(Choices::CloneProtocol::Https));
    m_clone->addItem(tr("SSH"), int(Choices::CloneProtocol::Ssh));
    connect(m_clone, &QComboBox::activated, this, [this] {
        change([this](Choices &choices) { choices.cloneProtocol = Choices::CloneProtocol(m_clone->currentData().toInt()); });
    });
    Card *card = addCard();
    addRow(card, tr("Browser"), tr("Opens pages and sign-ins."), m_browser);
    card->body()->addWidget(m_command);
    addRow(card, tr("Clone with"), tr("The address that is copied first."), m_clone);
}

void GeneralPage::chooseBrowser()
{
    const QString command = m_browser->currentData().toString();
    m_command->setVisible(command == anotherProgram);
    if (command == anotherProgram)
        return m_command->setFocus();
    change([&command](Choices &choices) { choices.browser = command; });
}

void GeneralPage::show()
{
    const Choices &choices = m_preferences.choices();
    m_page->showData(int(choices.startPage));
    m_restores->setChecked(choices.restoresWindow);
    m_language->showData(choices.language, choices.language);
    m_clone->showData(int(choices.cloneProtocol));
    if (m_shownBrowser != choices.browser)
        showBrowser(choices.browser);
}

void GeneralPage::showBrowser(const QString &command)
{
    m_shownBrowser = command;
    const bool isListed = m_browser->findData(command) >= 0;
    m_browser->showData(isListed ? command : anotherProgram);
    m_command->setVisible(!isListed);
    m_command->setText(isListed ? QString() : command);
}

void GeneralPage::change(const std::function<void(Choices &)> &how)
{
    Choices choices = m_preferences.choices();
    how(choices);
    m_preferences.choose(choices);
}

#include "moc_generalpage.cpp"
