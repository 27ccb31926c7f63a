// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/pages/wayspage.h"

#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/controls/primarybutton.h"
#include "gui/look/measures.h"
#include "gui/parts/choicerow.h"
#include "gui/words/permissions.h"

#include <QVBoxLayout>

namespace {

struct Row
{
    SignInWay way;
    look::Glyph glyph;
    const char *objectName;
};

constexpr Row rows[] = {{SignInWay::GitHubCli, look::Glyph::Terminal, "useCliButton"},
                        {SignInWay::LoginView, look::Glyph::Window, "signInHereButton"},
                        {SignInWay::Browser, look::Glyph::OpenOutside, "signInWithBrowserButton"},
                        {SignInWay::DeviceCode, look::Glyph::Phone, "useCodeButton"},
                        {SignInWay::Token, look::Glyph::Key, "useTokenButton"}};

QLabel *smallHeading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    useText(label, look::Text::Micro);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(0, look::zoomed(look::space2), 0, 0);
    return label;
}

QLabel *centeredCaption(QWidget *parent)
{
    auto *label = new WrappingLabel(parent);
    label->setAlignment(Qt::AlignHCenter);
    useCaption(label);
    return label;
}

QString objectNameOf(SignInWay way)
{
    for (const Row &row : rows) {
        if (row.way == way)
            return QLatin1String(row.objectName);
    }
    return {};
}

} // namespace

WaysPage::WaysPage(QWidget *parent)
    : SteadyPage(parent), m_primary(new PrimaryButton(this)), m_primaryCaption(centeredCaption(this)),
      m_otherWays(smallHeading(tr("Or"), this)), m_link(new LinkButton(tr("Copy sign-in link"), this)),
      m_advanced(smallHeading(tr("Advanced"), this)), m_connect(new ChoiceRow(this)), m_scopes(centeredCaption(this))
{
    top()->addWidget(m_primary);
    top()->addWidget(m_primaryCaption);
    addRows();
    m_scopes->setObjectName(QStringLiteral("askedForLabel"));
    bottom()->addWidget(m_scopes);
    connect(m_primary, &PrimaryButton::clicked, this, [this] {
        if (beginsWithNewToken())
            Q_EMIT newTokenRequested();
        else
            Q_EMIT wayRequested(m_ways.value(0));
    });
}

void WaysPage::addRows()
{
    body()->addWidget(m_otherWays);
    for (const Row &row : rows) {
        auto *choice = new ChoiceRow(row.glyph, {}, {}, this);
        connect(choice, &ChoiceRow::clicked, this, [this, way = row.way] { Q_EMIT wayRequested(way); });
        m_rows.insert(row.way, choice);
        body()->addWidget(choice);
    }
    m_link->setObjectName(QStringLiteral("copyLinkButton"));
    m_link->setAccessibleName(m_link->text());
    m_link->setToolTip(tr("For a browser or profile of your choice on this computer"));
    connect(m_link, &LinkButton::clicked, this, [this] { Q_EMIT wayRequested(SignInWay::Link); });
    body()->addWidget(m_link, 0, Qt::AlignHCenter);
    body()->addWidget(m_advanced);
    m_connect->setObjectName(QStringLiteral("connectAppRow"));
    m_connect->setGlyph(look::Glyph::Gear);
    m_connect->setTitle(tr("Connect your own app"));
    m_connect->setCaption(tr("Three steps, and all ways to sign in work"));
    connect(m_connect, &ChoiceRow::clicked, this, &WaysPage::connectRequested);
    body()->addWidget(m_connect);
}

void WaysPage::setProvider(const Provider &provider)
{
    m_provider = provider;
    m_scopes->setText(words::askedFor(provider));
}

void WaysPage::setCliLogin(const QString &login)
{
    m_cliLogin = login;
    arrange();
}

void WaysPage::setWays(const QList<WayState> &ways)
{
    m_ways.clear();
    for (const WayState &state : ways) {
        if (!state.obstacle)
            m_ways.append(state.way);
    }
    arrange();
}

/// True if the first thing to do is to make a token: the server has a form for that, and nothing else works.
bool WaysPage::beginsWithNewToken() const
{
    return m_ways.value(0) == SignInWay::Token && !m_provider.tokenPage.isEmpty();
}

QString WaysPage::titleOf(SignInWay way) const
{
    switch (way) {
    case SignInWay::LoginView: return tr("Sign in in a Latchkey window");
    case SignInWay::Browser: return tr("Continue in your browser");
    case SignInWay::DeviceCode: return tr("Use another device");
    case SignInWay::Token: return tr("Paste a token");
    case SignInWay::GitHubCli: return tr("Use GitHub CLI’s sign-in as %1").arg(shortened(m_cliLogin));
    case SignInWay::Link: break;
    }
    return m_link->text();
}

QString WaysPage::captionOf(SignInWay way) const
{
    switch (way) {
    case SignInWay::LoginView: return tr("A private window that closes afterwards");
    case SignInWay::Browser: return tr("Your passwords and passkeys are there");
    case SignInWay::DeviceCode: return tr("Scan a QR code, or type a short code");
    case SignInWay::Token: return tr("If you have a personal access token");
    case SignInWay::GitHubCli: return tr("Nothing to type");
    case SignInWay::Link: break;
    }
    return {};
}

void WaysPage::showPrimary(SignInWay way)
{
    const bool isNewToken = beginsWithNewToken();
    m_primary->setObjectName(isNewToken ? QStringLiteral("newTokenButton") : objectNameOf(way));
    QString text = isNewToken                    ? tr("Create a token on %1").arg(shortened(m_provider.name))
        : way == SignInWay::LoginView            ? tr("Sign in")
                                                 : titleOf(way);
    m_primary->setAccessibleName(isNewToken ? text : titleOf(way));
    m_primary->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
    m_primaryCaption->setText(isNewToken ? tr("The form opens filled in. Then paste the token here.") : captionOf(way));
}

void WaysPage::arrange()
{
    const bool hasPrimary = !m_ways.isEmpty();
    m_primary->setVisible(hasPrimary);
    m_primaryCaption->setVisible(hasPrimary);
    if (hasPrimary)
        showPrimary(m_ways.first());
    bool hasRows = false;
    for (const Row &row : rows) {
        const bool isPrimary = hasPrimary && m_ways.first() == row.way && !beginsWithNewToken();
        const bool isShown = m_ways.contains(row.way) && !isPrimary;
        ChoiceRow *choice = m_rows.value(row.way);
        choice->setTitle(titleOf(row.way));
        choice->setCaption(captionOf(row.way));
        choice->setObjectName(isPrimary ? QString() : QLatin1String(row.objectName));
        choice->setVisible(isShown);
        hasRows = hasRows || isShown;
    }
    putInOrder();
    m_otherWays->setVisible(hasRows);
    m_link->setVisible(m_ways.contains(SignInWay::Link));
    m_advanced->setVisible(!m_provider.hasClientId());
    m_connect->setVisible(!m_provider.hasClientId());
}

void WaysPage::putInOrder()
{
    QWidget *before = m_primary;
    for (const SignInWay way : std::as_const(m_ways)) {
        ChoiceRow *choice = m_rows.value(way);
        if (!choice)
            continue;
        body()->removeWidget(choice);
        body()->insertWidget(body()->indexOf(before == m_primary ? m_otherWays : before) + 1, choice);
        setTabOrder(before, choice);
        before = choice;
    }
    setTabOrder(before, m_link);
    setTabOrder(m_link, m_connect);
}

QAbstractButton *WaysPage::buttonFor(SignInWay way) const
{
    if (way == SignInWay::Link)
        return m_link;
    return !m_ways.isEmpty() && m_ways.first() == way ? static_cast<QAbstractButton *>(m_primary) : m_rows.value(way);
}

void WaysPage::focusWay(std::optional<SignInWay> way)
{
    if (way || !m_ways.isEmpty())
        buttonFor(way ? *way : m_ways.first())->setFocus();
}

#include "moc_wayspage.cpp"
