// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow/accountalerts.h"

#include "gui/keychain/keychainhelp.h"
#include "gui/look/measures.h"
#include "gui/page/pagestack.h"
#include "gui/parts/alertarea.h"
#include "gui/parts/inlinealert.h"
#include "gui/parts/pagealert.h"
#include "gui/words/words.h"

#include <QVBoxLayout>

namespace {

/// As wide as the pages below.
class Bars : public QWidget
{
protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        arrange(width());
    }

public:
    void arrange(int width)
    {
        const int margin = sideMargin(width);
        layout()->setContentsMargins(margin, 0, margin, look::zoomed(look::space2));
    }
};

} // namespace

AccountAlerts::AccountAlerts(Account &account, AlertArea &area, QWidget &window) : QObject(&area), m_account(account), m_window(window)
{
    auto *bars = new Bars;
    bars->setObjectName(QStringLiteral("notices"));
    auto *layout = new QVBoxLayout(bars);
    bars->arrange(window.width());
    layout->setSpacing(look::zoomed(look::space2));
    const auto add = [layout](const char *name) {
        auto *bar = new InlineAlert;
        bar->setObjectName(QLatin1String(name));
        layout->addWidget(bar);
        return bar;
    };
    layout->addWidget(new PageAlert(&window));
    m_demo = add("demoBar");
    m_message = add("messageBar");
    m_organizations = add("organizationsBar");
    m_storage = add("storageBar");
    m_renewal = add("renewalBar");
    m_error = add("errorBar");
    area.setWidget(bars);
    connect(&m_account.tokens(), &AccessTokens::storageErrorChanged, this, &AccountAlerts::showStorageError);
    connect(&m_account.tokens(), &AccessTokens::renewalObstacleChanged, this, &AccountAlerts::showRenewalObstacle);
    connect(&m_account.resources(), &ResourceClient::organizationsLeftOutChanged, this, [this] {
        m_organizations->say(words::organizationsLeftOut(m_account.resources().organizationsLeftOut(), m_account.provider()));
        m_organizations->setDismissible(true);
    });
    showStorageError();
    showRenewalObstacle();
}

void AccountAlerts::say(const QString &text)
{
    m_message->say(text);
    m_message->setDismissible(true);
}

void AccountAlerts::offer(const QString &buttonText, const std::function<void()> &action)
{
    m_message->offer(buttonText, action);
}

void AccountAlerts::showError(const Error &error)
{
    m_error->warn(words::resourceError(error, m_account.provider()), error.page, [this] { Q_EMIT refreshRequested(); });
    m_error->setDismissible(true);
}

void AccountAlerts::clearError()
{
    m_error->clear();
}

void AccountAlerts::offerRealSignIn()
{
    m_demo->say(tr("This is the demo. Everything is invented, and nothing leaves this computer."));
    m_demo->offer(tr("Sign in for real"), [this] { Q_EMIT realSignInRequested(); });
}

void AccountAlerts::showStorageError()
{
    const auto &error = m_account.storageError();
    if (!error)
        return m_storage->clear();
    m_storage->say(words::storageError(*error), InlineAlert::Tone::Attention);
    if (words::isCuredByUnlocking(*error))
        m_storage->offer(tr("Try again"), [this] { m_account.tokens().storeAgain(); });
    else if (const auto state = missingKeychain(*error))
        m_storage->offer(tr("How to fix"), [this, state] { showKeychainHelp(*state); });
}

void AccountAlerts::showKeychainHelp(KeychainState state)
{
    auto *help = new KeychainHelp(state, &m_window);
    connect(help, &KeychainHelp::checkRequested, help, [this, help] {
        help->dismiss();
        m_account.tokens().storeAgain();
    });
    connect(help, &Sheet::dismissed, help, &QObject::deleteLater);
    help->open();
}

void AccountAlerts::showRenewalObstacle()
{
    const auto &obstacle = m_account.tokens().renewalObstacle();
    if (!obstacle)
        return m_renewal->clear();
    m_renewal->say(words::renewalObstacle(*obstacle, m_account), InlineAlert::Tone::Attention);
    m_renewal->offer(tr("Sign in again"), [this] { Q_EMIT signInAgainRequested(); });
}

#include "moc_accountalerts.cpp"
