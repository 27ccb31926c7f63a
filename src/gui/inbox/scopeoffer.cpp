// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/scopeoffer.h"

#include "gui/inbox/inboxwords.h"
#include "gui/parts/labels.h"
#include "gui/parts/wrappinglabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int widestText = 620; // Longer lines are hard to read.

} // namespace

ScopeOffer::ScopeOffer(const Provider &provider, QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("scopeOffer"));
    setMaximumWidth(widestText + 64);
    m_layout->setContentsMargins(32, 28, 32, 28);
    m_layout->setSpacing(12);
    auto *heading = new WrappingLabel(tr("What waits for you"), this);
    enlarge(heading, 1.4, true);
    m_layout->addWidget(heading);
    addText(words::inboxOffer(provider), "scopeOfferLabel");
    m_layout->addSpacing(8);
    addScope(QStringLiteral("notifications"), words::scopeMeaning(QStringLiteral("notifications"), provider));
    addScope(QStringLiteral("repo"), words::scopeMeaning(QStringLiteral("repo"), provider));
    m_layout->addSpacing(8);
    addButtons(provider);
    m_layout->addStretch();
}

void ScopeOffer::addText(const QString &text, const char *objectName)
{
    auto *label = new WrappingLabel(text, this);
    label->setObjectName(QLatin1String(objectName));
    label->setTextFormat(Qt::PlainText);
    m_layout->addWidget(label);
}

void ScopeOffer::addScope(const QString &scope, const QString &meaning)
{
    auto *name = new WrappingLabel(scope, this);
    enlarge(name, 1.0, true);
    m_layout->addWidget(name);
    auto *label = new WrappingLabel(meaning, this);
    label->setTextFormat(Qt::PlainText);
    useSecondaryText(label);
    m_layout->addWidget(label);
}

void ScopeOffer::addButtons(const Provider &provider)
{
    auto *row = new QHBoxLayout;
    const auto add = [&](const QString &text, const char *objectName, const QStringList &scopes) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(objectName));
        button->setAccessibleName(text);
        connect(button, &QPushButton::clicked, this, [this, scopes] { Q_EMIT scopesRequested(scopes); });
        row->addWidget(button);
        return button;
    };
    const QString notifications = QStringLiteral("notifications");
    setFocusProxy(add(tr("Ask %1 for both").arg(shortened(provider.name)), "askForBothButton", {notifications, QStringLiteral("repo")}));
    add(tr("Without private repositories"), "askForNotificationsButton", {notifications});
    row->addStretch();
    m_layout->addLayout(row);
}

#include "moc_scopeoffer.cpp"
