// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/formfillinguseragent.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

namespace {

/// More than a login, a consent and their redirects take. A login form that comes again and again is an endless loop.
constexpr int mostSteps = 20;

/// An input or button of a form.
struct Control
{
    QString type;
    QString name;
    QString value;
};

struct Form
{
    QString action;
    QList<Control> controls;

    bool isLogin() const
    {
        return std::any_of(controls.begin(), controls.end(), [](const Control &control) {
            return control.type == QLatin1String("password");
        });
    }
};

QString unescaped(QString text)
{
    static const QRegularExpression number(QStringLiteral("&#(x?)([0-9a-fA-F]+);"));
    for (auto match = number.match(text); match.hasMatch(); match = number.match(text)) {
        const int base = match.captured(1).isEmpty() ? 10 : 16;
        text.replace(match.capturedStart(), match.capturedLength(), QChar(match.captured(2).toUShort(nullptr, base)));
    }
    text.replace(QLatin1String("&quot;"), QLatin1String("\"")).replace(QLatin1String("&lt;"), QLatin1String("<"));
    return text.replace(QLatin1String("&gt;"), QLatin1String(">")).replace(QLatin1String("&amp;"), QLatin1String("&"));
}

QString attribute(const QString &tag, const char *name, const QString &otherwise = {})
{
    const QRegularExpression pattern(QStringLiteral("\\s%1=\"([^\"]*)\"").arg(QLatin1String(name)));
    const auto match = pattern.match(tag);
    return match.hasMatch() ? unescaped(match.captured(1)) : otherwise;
}

std::optional<Form> firstForm(const QString &html)
{
    static const QRegularExpression element(QStringLiteral("<form\\b[^>]*>.*?</form>"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(QStringLiteral("<(form|input|button)\\b[^>]*>"));
    const auto found = element.match(html);
    if (!found.hasMatch())
        return std::nullopt;
    Form form;
    for (auto tags = tag.globalMatch(found.captured()); tags.hasNext();) {
        const auto match = tags.next();
        if (match.captured(1) == QLatin1String("form")) {
            form.action = attribute(match.captured(), "action");
            continue;
        }
        const bool isButton = match.captured(1) == QLatin1String("button");
        form.controls.append({attribute(match.captured(), "type", isButton ? QStringLiteral("submit") : QStringLiteral("text")),
                              attribute(match.captured(), "name"), attribute(match.captured(), "value")});
    }
    return form;
}

/// The target of a page's "Cancel" link, for pages without a button for it.
QString cancelLink(const QString &html)
{
    static const QRegularExpression link(QStringLiteral("<a href=\"([^\"]*/abort)\""));
    return unescaped(link.match(html).captured(1));
}

/// The button for yes: the first one of a login form, and elsewhere the first one with a name, or else the only one, on all
/// pages that we know. The button for no is the first other one.
const Control *button(const Form &form, bool forYes)
{
    QList<const Control *> buttons;
    for (const Control &control : form.controls) {
        if (control.type == QLatin1String("submit"))
            buttons.append(&control);
    }
    if (form.isLogin())
        return buttons.value(forYes ? 0 : 1);
    std::stable_sort(buttons.begin(), buttons.end(), [](const Control *left, const Control *right) {
        return !left->name.isEmpty() && right->name.isEmpty();
    });
    return buttons.value(forYes ? 0 : 1);
}

/// What Enter presses: the first button. Another one would log in somebody else.
const Control *loginButton(const Form &form)
{
    const auto found = std::find_if(form.controls.begin(), form.controls.end(),
                                    [](const Control &control) { return control.type == QLatin1String("submit"); });
    return found == form.controls.end() ? nullptr : &*found;
}

/// The form as a browser sends it. Of the buttons, only the pressed one is sent, and only if it has a name.
QByteArray encoded(const Form &form, const FormFillingUserAgent::Person &person, const Control *pressed)
{
    QByteArray body;
    for (const Control &control : form.controls) {
        const bool isButton = control.type == QLatin1String("submit");
        if (control.name.isEmpty() || (isButton && &control != pressed))
            continue;
        const QString value = control.type == QLatin1String("password") ? person.password
            : control.type == QLatin1String("text") && form.isLogin()   ? person.userName
                                                                        : control.value;
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(control.name) + '=' + QUrl::toPercentEncoding(value);
    }
    return body;
}

QNetworkRequest pageRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "text/html");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

} // namespace

FormFillingUserAgent::FormFillingUserAgent(const Person &person)
    : m_person(person), m_network(std::make_unique<QNetworkAccessManager>())
{}

void FormFillingUserAgent::switchTo(const Person &person)
{
    m_person = person;
    m_network = std::make_unique<QNetworkAccessManager>();
}

void FormFillingUserAgent::show(const QUrl &authorizationRequest)
{
    leavePage();
    shown.append(authorizationRequest);
    m_redirectUri = QUrlQuery(authorizationRequest).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded);
    m_stepsLeft = mostSteps;
    visit(authorizationRequest);
}

void FormFillingUserAgent::visitDevicePage(const QUrl &verificationUriComplete)
{
    leavePage();
    m_redirectUri.clear();
    lastStatus = 0;
    m_stepsLeft = mostSteps;
    visit(verificationUriComplete);
}

void FormFillingUserAgent::visit(const QUrl &url)
{
    follow(m_network->get(pageRequest(url)));
}

void FormFillingUserAgent::submit(const QUrl &url, const QByteArray &form)
{
    QNetworkRequest request = pageRequest(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    follow(m_network->post(request, form));
}

/// Drops the answer that is in flight: it belongs to the former page.
void FormFillingUserAgent::leavePage()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater();
}

void FormFillingUserAgent::follow(QNetworkReply *reply)
{
    m_reply = reply;
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        if (--m_stepsLeft < 0)
            giveUp(QStringLiteral("going in circles"));
        else if (target.isEmpty())
            read(reply->url(), status, QString::fromUtf8(reply->readAll()));
        else
            visit(reply->url().resolved(target));
    });
}

void FormFillingUserAgent::read(const QUrl &url, int status, const QString &html)
{
    const std::optional<Form> form = firstForm(html);
    const bool isEnd = m_redirectUri.isEmpty() ? !form : url.toString(QUrl::RemoveQuery) == m_redirectUri;
    if (isEnd) {
        lastStatus = status;
        return;
    }
    if (status != 200 || !form)
        return giveUp(QStringLiteral("status %1 at %2").arg(status).arg(url.path()));
    // A form without an action is sent to the page's URL.
    const QUrl target = form->action.isEmpty() ? url : url.resolved(QUrl(form->action));
    const QString abort = cancelLink(html);
    if (form->isLogin()) {
        ++loginCount;
        submit(target, encoded(*form, m_person, loginButton(*form)));
    } else if (m_answer == Answer::Allow) {
        submit(target, encoded(*form, m_person, button(*form, true)));
    } else if (m_answer == Answer::Deny && !abort.isEmpty()) {
        visit(url.resolved(QUrl(abort)));
    } else if (m_answer == Answer::Deny) {
        submit(target, encoded(*form, m_person, button(*form, false)));
    }
}

/// Fails the test at once, with the reason.
void FormFillingUserAgent::giveUp(const QString &why)
{
    qWarning("the person is stuck: %s", qPrintable(why));
    Q_EMIT failed(Error{Error::Kind::NoUserAgent, QStringLiteral("stuck"), why});
}

#include "moc_formfillinguseragent.cpp"
