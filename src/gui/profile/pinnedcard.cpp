// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/pinnedcard.h"

#include "gui/controls/copybutton.h"
#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/look/measures.h"
#include "gui/profile/repositoryfacts.h"
#include "gui/words/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

PinnedCard::PinnedCard(const github::PinnedItem &item, const QString &login, QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("pinnedCard"));
    setAccessibleName(item.name);
    const QString shown = words::repositoryName(item.name, login);
    auto *row = new QHBoxLayout;
    row->setSpacing(look::zoomed(look::space2));
    row->addWidget(new GlyphLabel(look::Glyph::Repository, look::glyphSide, this));
    auto *name = new LinkLabel(this);
    name->setText(link(item.page, shown));
    useText(name, look::Text::Strong);
    row->addWidget(name, 1);
    if (!item.page.isEmpty()) {
        auto *copy = new CopyButton(tr("Copy the address of %1").arg(shortened(shown)), this);
        copy->setObjectName(QStringLiteral("copyPinned"));
        connect(copy, &CopyButton::clicked, this, [copy, page = item.page] {
            QGuiApplication::clipboard()->setText(page.toString(QUrl::FullyEncoded));
            copy->confirm();
        });
        row->addWidget(copy, 0, Qt::AlignTop);
    }
    body()->setSpacing(look::zoomed(look::space1));
    body()->addLayout(row);
    auto *description = new WrappingLabel(item.description, this);
    description->setTextFormat(Qt::PlainText);
    useCaption(description);
    body()->addWidget(description);
    body()->addStretch(1);
    body()->addSpacing(look::zoomed(look::space2));
    body()->addWidget(new RepositoryFacts(item, this));
}

#include "moc_pinnedcard.cpp"
