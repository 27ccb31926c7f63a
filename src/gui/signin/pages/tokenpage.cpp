// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/pages/tokenpage.h"

#include "gui/controls/labels.h"
#include "gui/controls/primarybutton.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/signin/parts/numberedstep.h"
#include "result/pastedword.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace {

/// GitHub's form takes the description and the scopes from the address.
QUrl filledIn(const Provider &provider, const QString &scope)
{
    QUrl page = provider.tokenPage;
    if (page.isEmpty() || provider.api != Provider::Api::GitHub)
        return page;
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("description"), QStringLiteral("Latchkey"));
    query.addQueryItem(QStringLiteral("scopes"), scope.split(QLatin1Char(' ')).join(QLatin1Char(',')));
    page.setQuery(query);
    return page;
}

} // namespace

bool looksLikeToken(const QString &text, const Provider &provider)
{
    static const QRegularExpression ofGitHub(
        QStringLiteral("\\A(gh[a-z]_[A-Za-z0-9_]{16,255}|github_pat_[A-Za-z0-9_]{20,255}|[0-9a-f]{40})\\z"));
    static const QRegularExpression ofOthers(QStringLiteral("\\A[!-~]{16,512}\\z"));
    const QString word = pastedWord(text);
    // The demo and old servers of GitHub Enterprise have tokens of other forms.
    const bool isGitHub = provider.host() == QLatin1String("github.com");
    return (isGitHub ? ofGitHub : ofOthers).match(word).hasMatch() && !word.contains(QLatin1String("://"));
}

TokenPage::TokenPage(QWidget *parent)
    : SteadyPage(parent), m_formStep(new NumberedStep(1, {}, this)), m_copyStep(new NumberedStep(2, {}, this)),
      m_pasteStep(new NumberedStep(3, {}, this)), m_form(new QPushButton(tr("Make a token"), this)), m_edit(new QLineEdit(this)),
      m_paste(new QPushButton(tr("Paste"), this)), m_note(new WrappingLabel(this)), m_send(new PrimaryButton(tr("Sign in"), this))
{
    m_form->setObjectName(QStringLiteral("makeTokenButton"));
    m_form->setAccessibleName(tr("Make a token"));
    m_edit->setObjectName(QStringLiteral("tokenEdit"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setAccessibleName(tr("Token"));
    m_paste->setObjectName(QStringLiteral("pasteTokenButton"));
    m_paste->setAccessibleName(tr("Paste the token"));
    m_note->setObjectName(QStringLiteral("tokenNoteLabel"));
    m_send->setObjectName(QStringLiteral("sendTokenButton"));
    m_send->setAccessibleName(tr("Sign in with this token"));
    m_send->setEnabled(false);
    addSteps();
    connect(m_form, &QPushButton::clicked, this, &TokenPage::openForm);
    connect(m_paste, &QPushButton::clicked, this, &TokenPage::paste);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_send->setEnabled(!text.trimmed().isEmpty());
        say({});
    });
    connect(m_edit, &QLineEdit::returnPressed, m_send, &PrimaryButton::click);
    connect(m_send, &PrimaryButton::clicked, this, [this] { Q_EMIT tokenGiven(pastedWord(m_edit->text())); });
}

void TokenPage::addSteps()
{
    for (QPushButton *button : {m_form, m_paste})
        button->setAutoDefault(true); // Enter presses it.
    m_formStep->body()->addWidget(m_form, 0, Qt::AlignLeft);
    auto *line = new QHBoxLayout;
    line->setSpacing(look::zoomed(look::space2));
    line->addWidget(m_edit, 1);
    line->addWidget(m_paste);
    m_pasteStep->body()->addLayout(line);
    m_pasteStep->body()->addWidget(m_note);
    useCaption(m_note);
    m_note->hide();
    for (NumberedStep *step : {m_formStep, m_copyStep, m_pasteStep}) {
        body()->addWidget(step);
        body()->addSpacing(look::space2);
    }
    bottom()->addWidget(m_send);
}

void TokenPage::setProvider(const Provider &provider)
{
    m_provider = provider;
    const QString server = shortened(provider.name);
    setScope(provider.client.scope);
    const bool isGitHub = provider.api == Provider::Api::GitHub;
    m_formStep->setVisible(!m_page.isEmpty());
    m_formStep->setText(isGitHub ? tr("Open %1’s form. Name and permissions are filled in.").arg(server)
                                 : tr("Open %1’s page for tokens.").arg(server));
    m_copyStep->setText(isGitHub ? tr("Choose “Generate token” there, and copy the token.") : tr("Copy a token there."));
    m_pasteStep->setText(tr("Come back and paste it."));
    m_edit->setPlaceholderText(isGitHub ? QStringLiteral("ghp_…") : QString());
}

void TokenPage::setScope(const QString &scope)
{
    m_page = filledIn(m_provider, scope);
}

void TokenPage::openForm()
{
    Q_EMIT pageRequested(m_page);
    m_formStep->setDone(true);
    m_paste->setFocus();
}

/// The clipboard is read only here, after the person has asked for it.
void TokenPage::paste()
{
    const QString text = pastedWord(QGuiApplication::clipboard()->text());
    if (!looksLikeToken(text, m_provider)) {
        say(tr("There’s no token on the clipboard. Copy it again."));
        return m_edit->setFocus();
    }
    m_edit->setText(text);
    m_send->click();
}

void TokenPage::say(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void TokenPage::begin()
{
    m_edit->clear();
    m_formStep->setDone(false);
    say({});
    m_edit->setFocus();
}

void TokenPage::tryAgain()
{
    m_edit->setFocus();
    m_edit->selectAll();
}

#include "moc_tokenpage.cpp"
