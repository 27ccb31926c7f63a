// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/devicecodeview.h"

#include "gui/parts/words.h"
#include "ui_devicecodeview.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>

namespace {

/// Letter by letter, for screen readers.
QString spelt(const QString &code)
{
    QString letters;
    for (const QChar letter : code)
        letters += letter == QLatin1Char('-') ? QStringLiteral("- ") : QString(letter) + QLatin1Char(' ');
    return letters.trimmed();
}

} // namespace

DeviceCodeView::DeviceCodeView(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::DeviceCodeView>())
{
    m_ui->setupUi(this);
    QFont large = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    large.setPointSizeF(font().pointSizeF() * 1.9);
    large.setBold(true);
    m_ui->codeLabel->setFont(large);
    m_ui->openPageButton->setMinimumHeight(44);
    m_ui->newCodeButton->setMinimumHeight(44);
    connect(m_ui->openPageButton, &QPushButton::clicked, this, [this] {
        const QUrl &complete = m_authorization.verificationUriComplete;
        Q_EMIT pageRequested(complete.isEmpty() ? m_authorization.verificationUri : complete);
    });
    connect(m_ui->newCodeButton, &QPushButton::clicked, this, &DeviceCodeView::newCodeRequested);
    connect(m_ui->copyCodeButton, &QPushButton::clicked, this, &DeviceCodeView::copyCode);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &DeviceCodeView::showTimeLeft);
}

DeviceCodeView::~DeviceCodeView() = default;

void DeviceCodeView::present(const oauth::DeviceAuthorization &authorization)
{
    if (m_clock.isActive() && authorization.userCode == m_authorization.userCode)
        return;
    m_authorization = authorization;
    const QUrl &page = authorization.verificationUri;
    m_ui->addressLabel->setText(page.toDisplayString(QUrl::RemoveScheme).mid(2));
    m_ui->codeLabel->setText(authorization.userCode);
    m_ui->codeLabel->setAccessibleName(tr("Code %1").arg(spelt(authorization.userCode)));
    m_ui->copyCodeButton->setText(tr("Cop&y code"));
    m_ui->qrCode->setText((authorization.verificationUriComplete.isEmpty() ? page : authorization.verificationUriComplete)
                              .toString(QUrl::FullyEncoded));
    showAsValid(true);
    m_clock.start();
    showTimeLeft();
}

void DeviceCodeView::presentExpired()
{
    m_clock.stop();
    showAsValid(false);
    m_ui->timeLabel->setText(tr("The code has run out."));
    m_ui->newCodeButton->setFocus();
}

void DeviceCodeView::focusNext()
{
    (m_ui->openPageButton->isVisible() ? m_ui->openPageButton : m_ui->newCodeButton)->setFocus();
}

void DeviceCodeView::showAsValid(bool isValid)
{
    m_ui->codePanel->setEnabled(isValid);
    if (!isValid)
        m_ui->qrCode->hide();
    m_ui->openPageButton->setVisible(isValid);
    m_ui->warningLabel->setVisible(isValid);
    m_ui->newCodeButton->setVisible(!isValid);
}

void DeviceCodeView::showTimeLeft()
{
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(m_authorization.expiresAt);
    m_ui->timeLabel->setText(words::timeLeft(std::chrono::seconds(seconds)));
}

void DeviceCodeView::copyCode()
{
    QGuiApplication::clipboard()->setText(m_authorization.userCode);
    m_ui->copyCodeButton->setText(tr("Copied"));
}

#include "moc_devicecodeview.cpp"
