// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/wayspage.h"

#include "ui_wayspage.h"

namespace {

/// The number of large buttons; the other ways are in a line below.
constexpr int largeWays = 2;

constexpr SignInWay allWays[] = {SignInWay::LoginView, SignInWay::Browser, SignInWay::DeviceCode, SignInWay::Token,
                                 SignInWay::GitHubCli, SignInWay::Link};

} // namespace

WaysPage::WaysPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::WaysPage>())
{
    m_ui->setupUi(this);
    for (const SignInWay way : allWays)
        connect(buttonFor(way), &QPushButton::clicked, this, [this, way] { Q_EMIT wayRequested(way); });
}

WaysPage::~WaysPage() = default;

QPushButton *WaysPage::buttonFor(SignInWay way) const
{
    switch (way) {
    case SignInWay::LoginView: return m_ui->signInHereButton;
    case SignInWay::Browser: return m_ui->signInWithBrowserButton;
    case SignInWay::DeviceCode: return m_ui->useCodeButton;
    case SignInWay::Token: return m_ui->useTokenButton;
    case SignInWay::GitHubCli: return m_ui->useCliButton;
    case SignInWay::Link: break;
    }
    return m_ui->copyLinkButton;
}

void WaysPage::setLoginViewError(const QString &error)
{
    m_ui->signInHereButton->setToolTip(error);
}

void WaysPage::setCliLogin(const QString &login)
{
    const QString text = tr("Use GitHub CLI’s sign-in as %1").arg(login);
    m_ui->useCliButton->setText(text);
    m_ui->useCliButton->setAccessibleName(text);
}

void WaysPage::focusWay(std::optional<SignInWay> way)
{
    if (!way && m_ways.isEmpty())
        return;
    buttonFor(way ? *way : m_ways.first().way)->setFocus();
}

void WaysPage::setWays(const QList<WayState> &ways)
{
    m_ways.clear();
    for (const WayState &state : ways) {
        buttonFor(state.way)->setVisible(state.isOffered());
        if (state.isOffered())
            m_ways.append(state);
    }
    QWidget *before = nullptr;
    for (int place = 0; place < m_ways.size(); ++place) {
        QPushButton *button = buttonFor(m_ways.at(place).way);
        arrange(m_ways.at(place), place);
        if (before)
            setTabOrder(before, button);
        before = button;
    }
}

void WaysPage::arrange(const WayState &state, int place)
{
    QFont emphasized = font();
    emphasized.setPointSizeF(emphasized.pointSizeF() * 1.1);
    emphasized.setBold(true);
    const bool isLarge = place < largeWays;
    QPushButton *button = buttonFor(state.way);
    button->setEnabled(!state.obstacle);
    button->setFlat(!isLarge);
    button->setMinimumHeight(isLarge ? 44 : 0);
    button->setFont(place == 0 ? emphasized : font());
    (isLarge ? static_cast<QBoxLayout *>(m_ui->largeWaysLayout) : m_ui->quietWaysLayout)->addWidget(button);
}

#include "moc_wayspage.cpp"
