// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinbar.h"

#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/look/measures.h"
#include "gui/signin/pages/steadypage.h"

#include <QBoxLayout>

namespace {

constexpr int beforeAccount = 1; ///< The stretches of the layout.
constexpr int afterAccount = 3;

} // namespace

SignInBar::SignInBar(QWidget *parent)
    : QWidget(parent), m_back(new LinkButton(tr("Back"), this)), m_backToAccount(new LinkButton(this)), m_layout(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setAccessibleName(m_back->text());
    m_back->setGlyph(layoutDirection() == Qt::RightToLeft ? look::Glyph::ChevronRight : look::Glyph::ChevronLeft);
    m_backToAccount->setObjectName(QStringLiteral("backToAccountButton"));
    m_backToAccount->hide();
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_back);
    m_layout->addStretch();
    m_layout->addWidget(m_backToAccount);
    m_layout->addStretch();
    m_layout->addStrut(m_back->sizeHint().height()); // The pages begin at the same height without a way back.
    connect(m_back, &LinkButton::clicked, this, &SignInBar::backRequested);
    connect(m_backToAccount, &LinkButton::clicked, this, &SignInBar::accountRequested);
}

void SignInBar::offerAccount(const std::optional<QString> &login)
{
    m_backToAccount->setVisible(login.has_value());
    if (!login)
        return;
    QString text = tr("Back to %1").arg(shortened(*login));
    m_backToAccount->setAccessibleName(text);
    m_backToAccount->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
}

bool SignInBar::offersAccount() const
{
    return m_backToAccount->isVisibleTo(this);
}

void SignInBar::offerRealSignIn()
{
    auto *button = new LinkButton(tr("Sign in for real"), this);
    button->setObjectName(QStringLiteral("realSignInButton"));
    button->setAccessibleName(button->text());
    m_layout->addWidget(button);
    connect(button, &LinkButton::clicked, this, &SignInBar::realSignInRequested);
}

void SignInBar::showBack(bool isShown, bool isFirstPage)
{
    m_back->setVisible(isShown);
    m_back->setShortcut(isShown ? QKeySequence(Qt::Key_Escape) : QKeySequence());
    m_backToAccount->setShortcut(isFirstPage ? QKeySequence(Qt::Key_Escape) : QKeySequence());
    m_layout->setStretch(beforeAccount, isShown ? 1 : 0);
    m_layout->setStretch(afterAccount, isShown ? 0 : 1);
}

void SignInBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = pageMargin(width());
    m_layout->setContentsMargins(side, look::zoomed(look::space4), side, look::space1);
}

#include "moc_signinbar.cpp"
