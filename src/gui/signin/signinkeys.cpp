// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinkeys.h"

#include "gui/look/measures.h"
#include "gui/overlays/shortcutsheet.h"

#include <QAction>
#include <QCoreApplication>

SignInKeys::SignInKeys(QWidget &window) : QObject(&window), m_window(window)
{
    const auto zoom = [this](QAction *action, int change) {
        connect(action, &QAction::triggered, this, [this, change] { Q_EMIT zoomRequested(change); });
    };
    zoom(add("zoomInAction", tr("Zoom in"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}), look::zoomStep);
    zoom(add("zoomOutAction", tr("Zoom out"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}), -look::zoomStep);
    zoom(add("zoomResetAction", tr("Usual size"), {QKeySequence(Qt::CTRL | Qt::Key_0)}), 0);
    connect(add("settingsAction", tr("Settings"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}), &QAction::triggered, this,
            &SignInKeys::settingsRequested);
    connect(add("shortcutsAction", tr("Keyboard shortcuts"), {QKeySequence(Qt::CTRL | Qt::Key_Question)}), &QAction::triggered, this,
            &SignInKeys::showShortcuts);
    connect(add("quitAction", tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}), &QAction::triggered, qApp, &QCoreApplication::quit,
            Qt::QueuedConnection);
}

QAction *SignInKeys::add(const char *name, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, &m_window);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    m_window.addAction(action);
    m_actions.append(action);
    return action;
}

void SignInKeys::setEnabled(bool isEnabled)
{
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(isEnabled);
}

void SignInKeys::showShortcuts()
{
    auto *sheet = new ShortcutSheet(&m_window);
    sheet->addActions(tr("Everywhere"), m_actions);
    sheet->addClose();
    connect(sheet, &Sheet::dismissed, sheet, &QObject::deleteLater);
    sheet->open();
}

#include "moc_signinkeys.cpp"
