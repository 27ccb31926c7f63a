// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/pages/confirmpage.h"

#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/primarybutton.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/parts/avatar.h"
#include "gui/parts/card.h"
#include "gui/words/permissions.h"
#include "session/signin.h"

#include <QHBoxLayout>
#include <QLocale>

ConfirmPage::ConfirmPage(QWidget *parent)
    : SteadyPage(parent), m_avatar(new Avatar(40, this)), m_name(new WrappingLabel(this)), m_login(new WrappingLabel(this)),
      m_permissions(new QWidget(this)), m_expiry(new WrappingLabel(this)), m_keep(new PrimaryButton(tr("Sign in"), this))
{
    m_name->setObjectName(QStringLiteral("tokenNameLabel"));
    m_login->setObjectName(QStringLiteral("tokenLoginLabel"));
    m_permissions->setObjectName(QStringLiteral("tokenPermissions"));
    m_keep->setObjectName(QStringLiteral("keepTokenButton"));
    m_keep->setAccessibleName(m_keep->text());
    useText(m_name, look::Text::Strong);
    useCaption(m_login);
    useCaption(m_expiry);
    auto *card = new Card(this);
    auto *person = new QHBoxLayout;
    person->setSpacing(look::zoomed(look::space3));
    auto *names = new QVBoxLayout;
    names->setSpacing(look::space1);
    names->addWidget(m_name);
    names->addWidget(m_login);
    person->addWidget(m_avatar);
    person->addLayout(names, 1);
    card->body()->addLayout(person);
    card->body()->addWidget(m_permissions);
    card->body()->addWidget(m_expiry);
    auto *lines = new QVBoxLayout(m_permissions);
    lines->setContentsMargins(0, look::space2, 0, 0);
    lines->setSpacing(look::zoomed(look::space2));
    body()->addWidget(card);
    bottom()->addWidget(m_keep);
    connect(m_keep, &PrimaryButton::clicked, this, &ConfirmPage::confirmed);
}

void ConfirmPage::show(const SignIn &attempt)
{
    const auto identity = attempt.identity();
    if (!identity)
        return;
    const oauth::TokenSet tokens = attempt.tokens().value_or(oauth::TokenSet());
    m_avatar->setName(identity->name.isEmpty() ? identity->login : identity->name);
    m_name->setText(identity->name.isEmpty() ? identity->login : identity->name);
    m_login->setText(tr("%1 · %2").arg(identity->login, attempt.provider().host()));
    const QString &requested = attempt.request().scope;
    const QString &scope = requested.isEmpty() ? attempt.provider().client.scope : requested;
    const QStringList asked = scope.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList missing;
    for (const QString &one : asked) {
        if (!tokens.scopes.isEmpty() && !words::isCovered(one, tokens.scopes))
            missing.append(one);
    }
    showPermissions(tokens.scopes, missing);
    m_expiry->setText(tokens.expiresAt.isValid()
                          ? tr("Expires on %1").arg(QLocale().toString(tokens.expiresAt.toLocalTime().date(), QLocale::LongFormat))
                          : QString());
    m_expiry->setVisible(tokens.expiresAt.isValid());
    QString text = tr("Sign in as %1").arg(shortened(identity->login));
    m_keep->setAccessibleName(text);
    m_keep->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
}

void ConfirmPage::showPermissions(const QStringList &scopes, const QStringList &missing)
{
    const auto old = m_permissions->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(old);
    if (scopes.isEmpty())
        addLine(true, tr("What you allowed when you made the token"));
    for (const QString &scope : scopes)
        addLine(true, words::permission(scope));
    for (const QString &scope : missing)
        addLine(false, words::permission(scope));
}

void ConfirmPage::addLine(bool isAllowed, const QString &text)
{
    auto *line = new QWidget(m_permissions);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::zoomed(look::space2));
    auto *glyph = new GlyphLabel(isAllowed ? look::Glyph::Check : look::Glyph::Cross, look::glyphSide, line);
    glyph->setColor(isAllowed ? &look::Colors::success : &look::Colors::danger);
    auto *label = new WrappingLabel(text, line);
    label->setObjectName(QStringLiteral("permissionLabel"));
    label->setAccessibleName(isAllowed ? tr("Allowed: %1").arg(text) : tr("Not allowed: %1").arg(text));
    layout->addWidget(glyph, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    m_permissions->layout()->addWidget(line);
}

void ConfirmPage::begin()
{
    m_keep->setFocus();
}

#include "moc_confirmpage.cpp"
