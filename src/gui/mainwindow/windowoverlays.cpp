// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow/windowoverlays.h"

#include "gui/account/accountpicture.h"
#include "gui/account/signoutsheet.h"
#include "gui/controls/labels.h"
#include "gui/inbox/inbox.h"
#include "gui/mainwindow/accountactions.h"
#include "gui/overlays/shortcutsheet.h"
#include "gui/mainwindow/windowactions.h"
#include "gui/palette/palette.h"
#include "gui/palette/paletteentries.h"
#include "session/account.h"

#include <QAction>
#include <QTimer>

namespace {

PaletteEntry entryOf(PaletteEntry::Section section, QAction *action, look::Glyph glyph)
{
    return {.section = section,
            .glyph = glyph,
            .title = wordsOf(*action),
            .hint = nameOf(action->shortcut()),
            .action = action};
}

} // namespace

WindowOverlays::WindowOverlays(QWidget &window, Account &account, WindowActions &actions, AccountActions &accounts)
    : QObject(&window), m_window(window), m_account(account), m_actions(actions), m_accounts(accounts), m_toasts(&window)
{
}

void WindowOverlays::showAccounts(const QWidget &anchor, int unread)
{
    if (m_accountPopover)
        return m_accountPopover->dismiss();
    dismissPopovers();
    auto *popover = new AccountPopover(&m_window);
    m_accountPopover = popover;
    QList<AccountRecord> accounts = m_accounts.accounts();
    if (accounts.isEmpty())
        accounts = {m_account.record()};
    for (qsizetype i = 0; i < accounts.size(); ++i)
        popover->addAccount(popoverEntry(accounts[i], i, unread));
    popover->addActions({m_actions.addAccount, m_actions.accountDetails, m_actions.openPage});
    popover->addActions(m_actions.general());
    popover->addActions({m_actions.signOut, m_actions.quit});
    connect(popover, &AccountPopover::accountRequested, this, &WindowOverlays::accountRequested);
    connect(popover, &Popover::dismissed, this, [this, popover] {
        m_accountPopover = nullptr;
        popover->deleteLater();
    });
    popover->openBelow(&anchor);
}

AccountPopover::Entry WindowOverlays::popoverEntry(const AccountRecord &record, qsizetype place, int unread) const
{
    const QList<QAction *> switches = m_accounts.actions();
    const bool isCurrent = record.key() == m_account.record().key();
    const Account *account = isCurrent ? &m_account : m_find ? m_find(record.key()) : nullptr;
    return {.record = record,
            .picture = account ? accountPicture(*account) : QImage(),
            .shortcut = place < switches.size() ? nameOf(switches[place]->shortcut()) : QString(),
            .unread = isCurrent ? unread : account ? lastUnread(*account).value_or(0) : 0,
            .isCurrent = isCurrent};
}

void WindowOverlays::showPalette()
{
    if (!m_palette) {
        m_palette = new Palette(&m_window);
        connect(m_palette, &Palette::copied, this, [this](const QString &text) { m_toasts.say(tr("Copied %1").arg(text)); });
        if (m_account.provider().api == Provider::Api::GitHub) {
            m_entries = new PaletteEntries(m_account, this);
            connect(m_entries, &PaletteEntries::changed, this, [this] {
                if (m_palette->isVisible())
                    fillPalette();
            });
        }
    }
    if (m_palette->isVisible())
        return m_palette->dismiss();
    dismissPopovers();
    fillPalette();
    m_palette->open();
    if (m_entries) // Reading the cache may take longer than a frame.
        QTimer::singleShot(0, m_entries, [this] {
            m_entries->update();
            fillPalette();
        });
}

void WindowOverlays::fillPalette()
{
    QList<PaletteEntry> entries;
    for (const auto &[action, glyph, page] : m_actions.pages())
        entries.append(entryOf(PaletteEntry::Section::Pages, action, glyph));
    if (m_entries)
        entries += m_entries->repositories() + m_entries->inbox();
    for (const auto &[action, glyph] : m_actions.commands()) {
        if (action->isEnabled() && action->isVisible())
            entries.append(entryOf(PaletteEntry::Section::Commands, action, glyph));
    }
    for (QAction *action : m_accounts.actions()) {
        if (!action->isChecked()) {
            entries.append(entryOf(PaletteEntry::Section::Commands, action, look::Glyph::Person));
            entries.last().title = tr("Switch to %1").arg(wordsOf(*action));
        }
    }
    m_palette->setEntries(entries);
}

/// Before anything else lies over the window: it would give the focus back to them.
void WindowOverlays::dismissPopovers()
{
    for (Popover *popover : std::initializer_list<Popover *>{m_accountPopover, m_palette}) {
        if (popover)
            popover->dismiss();
    }
}

void WindowOverlays::showShortcuts()
{
    dismissPopovers();
    auto *sheet = new ShortcutSheet(&m_window);
    QList<QAction *> pages;
    for (const auto &[action, glyph, page] : m_actions.pages())
        pages.append(action);
    QList<QAction *> commands;
    for (const auto &[action, glyph] : m_actions.commands()) {
        if (action->isVisible())
            commands.append(action);
    }
    commands.prepend(m_actions.palette);
    sheet->addActions(tr("Everywhere"), commands);
    sheet->addActions(tr("Pages"), pages);
    sheet->addActions(tr("Accounts"), m_accounts.actions());
    sheet->addListKeys();
    sheet->addClose();
    connect(sheet, &Sheet::dismissed, sheet, &QObject::deleteLater);
    sheet->open();
}

void WindowOverlays::askSignOut()
{
    if (m_signOutSheet)
        return;
    dismissPopovers();
    auto *sheet = new SignOutSheet(m_account, &m_window);
    m_signOutSheet = sheet;
    connect(sheet, &SignOutSheet::confirmed, this, &WindowOverlays::signOutRequested);
    connect(sheet, &Sheet::dismissed, sheet, &QObject::deleteLater);
    sheet->open();
}

#include "moc_windowoverlays.cpp"
