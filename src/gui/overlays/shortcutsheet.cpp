// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/shortcutsheet.h"

#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"

#include <QAction>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

ShortcutSheet::ShortcutSheet(QWidget *window) : Sheet(window)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setTitle(tr("Keyboard shortcuts"));
}

void ShortcutSheet::addActions(const QString &heading, const QList<QAction *> &actions)
{
    QList<std::pair<QString, QString>> keys;
    for (const QAction *action : actions) {
        QStringList names;
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence &shortcut : shortcuts)
            names.append(nameOf(shortcut));
        if (!names.isEmpty())
            keys.append({wordsOf(*action), names.join(tr(" or "))});
    }
    addSection(heading, keys);
}

void ShortcutSheet::addListKeys()
{
    const auto only = [](auto... keys) { return nameOf(QKeySequence(keys...)); };
    addSection(tr("In lists"), {{tr("Next and previous row"), tr("J and K, or the arrow keys")},
                                {tr("Open in the browser"), tr("Enter or %1").arg(only(Qt::Key_O))},
                                {tr("Copy the link"), only(Qt::Key_C)}});
    addSection(tr("In the inbox"), {{tr("Mark as read"), only(Qt::Key_R)},
                                    {tr("Mark its whole repository as read"), only(Qt::SHIFT | Qt::Key_R)}});
    addSection(tr("In lists of repositories"), {{tr("Copy the HTTPS address"), only(Qt::Key_H)},
                                                {tr("Copy the SSH address"), only(Qt::Key_S)},
                                                {tr("Copy “gh repo clone”"), only(Qt::Key_G)},
                                                {tr("Copy “git clone”"), only(Qt::SHIFT | Qt::Key_G)}});
}

void ShortcutSheet::addClose()
{
    auto *button = new QPushButton(tr("Close"));
    button->setAutoDefault(true); // Enter presses it.
    button->setObjectName(QStringLiteral("closeShortcutsButton"));
    connect(button, &QPushButton::clicked, this, &Sheet::dismiss);
    body()->addWidget(button, 0, Qt::AlignTrailing);
}

void ShortcutSheet::addSection(const QString &heading, const QList<std::pair<QString, QString>> &keys)
{
    if (keys.isEmpty())
        return;
    auto *title = new WrappingLabel(heading);
    title->setFont(look::font(look::Text::Section));
    body()->addWidget(title);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(look::zoomed(look::space4));
    grid->setVerticalSpacing(look::zoomed(look::space2));
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    for (const auto &[what, key] : keys) {
        const int row = grid->rowCount();
        auto *name = new WrappingLabel(what);
        auto *keyName = new WrappingLabel(key);
        keyName->setAlignment(Qt::AlignTrailing);
        keyName->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(name, row, 0);
        grid->addWidget(keyName, row, 1);
    }
    body()->addLayout(grid);
}

#include "moc_shortcutsheet.cpp"
