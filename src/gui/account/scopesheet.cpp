// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/scopesheet.h"

#include "gui/account/permissionwords.h"
#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/primarybutton.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/parts/buttonrow.h"
#include "gui/words/permissions.h"

#include <QVBoxLayout>

ScopeSheet::ScopeSheet(const QStringList &scopes, const Provider &provider, QWidget *window) : Sheet(window)
{
    setObjectName(QStringLiteral("scopeSheet"));
    setTitle(tr("Allow more on %1?").arg(shortened(provider.name)));
    body()->addWidget(new WrappingLabel(tr("Latchkey asks for:")));
    for (const QString &scope : scopes)
        addLine(look::Glyph::Check, &look::Colors::success, words::permission(scope));
    body()->addSpacing(look::zoomed(look::space1));
    body()->addWidget(new WrappingLabel(tr("Latchkey never:")));
    addLine(look::Glyph::Cross, &look::Colors::secondaryText, tr("Changes code, issues or settings"));
    addLine(look::Glyph::Cross, &look::Colors::secondaryText, tr("Sends your data to anyone but %1").arg(provider.name));
    addButtons(provider);
}

void ScopeSheet::addLine(look::Glyph glyph, QColor look::Colors::*color, const QString &text)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(look::zoomed(look::space2));
    auto *mark = new GlyphLabel(glyph);
    mark->setColor(color);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(new WrappingLabel(text), 1);
    body()->addLayout(row);
}

void ScopeSheet::addButtons(const Provider &provider)
{
    auto *note = new WrappingLabel(tr("%1 asks you next. Nothing changes until you agree.").arg(provider.name));
    note->setForegroundRole(QPalette::PlaceholderText);
    body()->addWidget(note);
    auto *row = new ButtonRow;
    auto *later = new QPushButton(tr("Not now"));
    later->setAutoDefault(true); // Enter presses it.
    later->setObjectName(QStringLiteral("declineScopesButton"));
    later->setMinimumHeight(look::zoomed(look::primaryButtonHeight));
    connect(later, &QPushButton::clicked, this, &Sheet::dismiss);
    row->add(later);
    auto *go = new PrimaryButton(tr("Continue"));
    go->setObjectName(QStringLiteral("acceptScopesButton"));
    connect(go, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT accepted();
    });
    row->add(go);
    body()->addWidget(row);
    for (QPushButton *button : {later, static_cast<QPushButton *>(go)})
        button->setAccessibleName(button->text());
}

#include "moc_scopesheet.cpp"
