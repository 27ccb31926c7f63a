// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/permissioncard.h"

#include "browser/openpage.h"
#include "gui/account/permissionwords.h"
#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/words/permissions.h"
#include "session/account.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

PermissionCard::PermissionCard(const Account &account, QWidget *parent) : FactCard(tr("Permissions"), parent), m_account(account)
{
    m_names = addText("accountScopesValue");
    const QUrl page = account.provider().revocationPage();
    if (!page.isEmpty()) {
        auto *manage = addButton(tr("Manage on %1").arg(shortened(account.provider().name)), "accountSettingsButton");
        connect(manage, &QPushButton::clicked, this, [this, page] { openPage(page, this); });
    }
    showPermissions();
}

/// The same again changes nothing, so that the focus stays.
void PermissionCard::showPermissions()
{
    const QStringList granted = m_account.scopes();
    // A token that the person has made gets no more scopes by signing in.
    const bool canBeAdded = !m_account.tokens().current().isPersonalAccessToken;
    const auto before = std::exchange(m_shown, std::pair(granted, canBeAdded));
    if (before == m_shown)
        return;
    delete m_rows;
    m_rows = new QWidget;
    auto *layout = new QVBoxLayout(m_rows);
    layout->setContentsMargins(0, 0, 0, 0);
    middle()->insertWidget(0, m_rows);
    const Provider &provider = m_account.provider();
    if (granted.isEmpty() && provider.isGitHubApp())
        return m_names->setText(tr("You choose its permissions on %1.").arg(provider.name));
    QStringList scopes = words::usefulScopes(provider);
    for (const QString &scope : granted) {
        if (!scopes.contains(scope))
            scopes.append(scope);
    }
    const QStringList missing = m_account.missingScopes(scopes);
    for (const QString &scope : std::as_const(scopes))
        addRow(scope, !missing.contains(scope), canBeAdded);
    m_names->setText(granted.isEmpty() ? tr("No scopes were granted.") : tr("Scopes: %1").arg(granted.join(QStringLiteral(", "))));
}

void PermissionCard::addRow(const QString &scope, bool isGranted, bool canBeAdded)
{
    const QString meaning = words::permission(scope);
    auto *row = new QHBoxLayout;
    row->setSpacing(look::zoomed(look::space2));
    auto *mark = new GlyphLabel(isGranted ? look::Glyph::Check : look::Glyph::Cross);
    mark->setColor(isGranted ? &look::Colors::success : &look::Colors::secondaryText);
    row->addWidget(mark, 0, Qt::AlignTop);
    auto *label = new WrappingLabel(meaning);
    label->setAccessibleName(isGranted ? tr("Allowed: %1").arg(meaning) : tr("Not allowed: %1").arg(meaning));
    if (!isGranted)
        label->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(label, 1);
    if (!isGranted && canBeAdded) {
        auto *add = new LinkButton(tr("Add"));
        add->setObjectName(QStringLiteral("addScopeButton_") + scope);
        add->setAccessibleName(tr("Add: %1").arg(meaning));
        connect(add, &QAbstractButton::clicked, this, [this, scope] { Q_EMIT scopesRequested({scope}); });
        row->addWidget(add, 0, Qt::AlignTop);
    }
    static_cast<QVBoxLayout *>(m_rows->layout())->addLayout(row);
}

#include "moc_permissioncard.cpp"
