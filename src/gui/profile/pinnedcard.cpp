// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/pinnedcard.h"

#include "gui/parts/labels.h"
#include "gui/parts/words.h"
#include "gui/parts/wrappinglabel.h"

#include <QVBoxLayout>

namespace {

QString factsOf(const github::PinnedItem &item)
{
    QStringList facts;
    if (!item.language.isEmpty()) {
        const QString dot = item.languageColor.isValid()
            ? QStringLiteral("<span style=\"color:%1\">●</span> ").arg(item.languageColor.name()) : QString();
        facts.append(dot + item.language.toHtmlEscaped());
    }
    if (item.stars > 0)
        facts.append(words::stars(item.stars));
    if (item.forks > 0)
        facts.append(words::forks(item.forks));
    if (item.isPrivate)
        facts.append(PinnedCard::tr("private"));
    if (item.isArchived)
        facts.append(PinnedCard::tr("archived"));
    return facts.join(QStringLiteral(" &nbsp; "));
}

} // namespace

PinnedCard::PinnedCard(const github::PinnedItem &item, QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("pinnedCard"));
    setAccessibleName(item.name);
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(6);
    auto *name = new WrappingLabel(link(item.page, item.name), this);
    name->setTextFormat(Qt::RichText);
    name->setTextInteractionFlags(Qt::TextBrowserInteraction);
    enlarge(name, 1.0, true);
    layout->addWidget(name);
    auto *description = new WrappingLabel(item.description, this);
    description->setTextFormat(Qt::PlainText);
    layout->addWidget(description, 1, Qt::AlignTop);
    auto *facts = new WrappingLabel(factsOf(item), this);
    facts->setTextFormat(Qt::RichText);
    useSecondaryText(facts);
    layout->addWidget(facts);
}

#include "moc_pinnedcard.cpp"
