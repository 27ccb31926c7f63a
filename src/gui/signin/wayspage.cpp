// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/wayspage.h"

#include "ui_wayspage.h"

namespace {

/// So many ways are shown large; the others are a line below.
constexpr int largeWays = 2;

} // namespace

WaysPage::WaysPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::WaysPage>())
{
    m_ui->setupUi(this);
    connect(m_ui->signInHereButton, &QPushButton::clicked, this, &WaysPage::hereRequested);
    connect(m_ui->signInWithBrowserButton, &QPushButton::clicked, this, &WaysPage::browserRequested);
    connect(m_ui->useCodeButton, &QPushButton::clicked, this, &WaysPage::codeRequested);
    connect(m_ui->useTokenButton, &QPushButton::clicked, this, &WaysPage::tokenRequested);
    connect(m_ui->copyLinkButton, &QPushButton::clicked, this, &WaysPage::linkRequested);
}

WaysPage::~WaysPage() = default;

void WaysPage::setProvider(const Provider &provider)
{
    m_provider = provider;
    arrange();
}

void WaysPage::setCodeFirst(bool isCodeFirst)
{
    m_isCodeFirst = isCodeFirst;
    arrange();
}

void WaysPage::setEmbeddedBroken(const QString &reason)
{
    m_isEmbeddedBroken = true;
    m_ui->signInHereButton->setEnabled(false);
    m_ui->signInHereButton->setToolTip(reason);
    arrange();
}

void WaysPage::focusNext(const std::optional<Error> &error)
{
    QList<QPushButton *> ways = bestFirst();
    if (error && error->kind == Error::Kind::NoUserAgent)
        ways.removeOne(m_ui->signInHereButton);
    QPushButton *next = ways.value(0);
    if (error && error->code == QLatin1String("no_browser"))
        next = m_provider.canUseCodes() ? m_ui->useCodeButton : m_ui->copyLinkButton;
    if (next)
        next->setFocus();
}

QList<QPushButton *> WaysPage::bestFirst() const
{
    QPushButton *const here = m_ui->signInHereButton;
    QPushButton *const browser = m_ui->signInWithBrowserButton;
    QPushButton *const code = m_ui->useCodeButton;
    QPushButton *const token = m_ui->useTokenButton;
    QPushButton *const link = m_ui->copyLinkButton;
    QList<QPushButton *> ways{here, browser, code, token, link};
    if (m_isCodeFirst && m_provider.canUseCodes())
        ways = {code, browser, here, token, link};
    else if (m_isEmbeddedBroken)
        ways = {browser, code, here, token, link};
    ways.removeIf([&](QPushButton *way) {
        if (way == token)
            return m_provider.api != Provider::Api::GitHub;
        return way == code ? !m_provider.canUseCodes() : !m_provider.canUsePages();
    });
    return ways;
}

void WaysPage::arrange()
{
    const QList<QPushButton *> ways = bestFirst();
    QFont emphasized = font();
    emphasized.setPointSizeF(emphasized.pointSizeF() * 1.1);
    emphasized.setBold(true);
    const auto buttons = findChildren<QPushButton *>();
    for (QPushButton *way : buttons) {
        const auto place = ways.indexOf(way);
        const bool isLarge = place >= 0 && place < largeWays;
        way->setVisible(place >= 0);
        way->setFlat(!isLarge);
        way->setMinimumHeight(isLarge ? 44 : 0);
        way->setFont(place == 0 ? emphasized : font());
    }
    QWidget *before = nullptr;
    for (QPushButton *way : ways) {
        (way->isFlat() ? static_cast<QBoxLayout *>(m_ui->quietWaysLayout) : m_ui->largeWaysLayout)->addWidget(way);
        if (before)
            setTabOrder(before, way);
        before = way;
    }
}

#include "moc_wayspage.cpp"
