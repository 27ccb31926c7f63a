// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/parts/devicecodeview.h"

#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/signin/parts/numberedstep.h"
#include "gui/signin/parts/qrcode.h"
#include "gui/words/words.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int narrow = 340; ///< At 100 %.

/// Letter by letter, for screen readers.
QString spelt(const QString &code)
{
    QString letters;
    for (const QChar letter : code)
        letters += letter == QLatin1Char('-') ? QStringLiteral("- ") : QString(letter) + QLatin1Char(' ');
    return letters.trimmed();
}

} // namespace

DeviceCodeView::DeviceCodeView(QWidget *parent)
    : QWidget(parent), m_codeStep(new NumberedStep(1, {}, this)), m_pageStep(new NumberedStep(2, {}, this)),
      m_allowStep(new NumberedStep(3, tr("Enter the code there, and allow access."), this)), m_code(new WrappingLabel(this)),
      m_copy(new QPushButton(this)), m_address(new WrappingLabel(this)), m_qrCode(new QrCode(this)),
      m_time(new WrappingLabel(this)), m_warning(new WrappingLabel(tr("Never enter a code that somebody sent you."), this))
{
    setObjectName(QStringLiteral("deviceCodeView"));
    m_code->setObjectName(QStringLiteral("codeLabel"));
    m_copy->setObjectName(QStringLiteral("copyCodeButton"));
    m_copy->setAccessibleName(tr("Copy code"));
    m_copy->setAutoDefault(true); // Enter presses it.
    m_address->setObjectName(QStringLiteral("addressLabel"));
    m_qrCode->setObjectName(QStringLiteral("qrCode"));
    m_qrCode->setAccessibleName(tr("QR code of the address and the code"));
    m_qrCode->setToolTip(tr("For the camera of a phone. The page must show the same code."));
    m_time->setObjectName(QStringLiteral("timeLabel"));
    m_warning->setObjectName(QStringLiteral("warningLabel"));
    for (QLabel *label : {m_code, m_address})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    useText(m_address, look::Text::Strong);
    useCaption(m_time);
    useCaption(m_warning);
    addSteps();
    useZoom();
    connect(m_copy, &QPushButton::clicked, this, &DeviceCodeView::copyCode);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &DeviceCodeView::showTimeLeft);
}

void DeviceCodeView::addSteps()
{
    m_codeStep->body()->addWidget(m_code);
    m_codeStep->body()->addWidget(m_copy, 0, Qt::AlignLeft);
    m_pageStep->body()->addWidget(m_address);
    m_allowStep->body()->addWidget(m_time);
    m_allowStep->body()->addWidget(m_warning);
    m_columns = new QHBoxLayout(this);
    m_columns->setContentsMargins(0, look::zoomed(look::space3), 0, 0);
    auto *steps = new QVBoxLayout;
    steps->setSpacing(look::zoomed(look::space4));
    for (NumberedStep *step : {m_codeStep, m_pageStep, m_allowStep})
        steps->addWidget(step);
    m_columns->addLayout(steps, 1);
    m_columns->addWidget(m_qrCode, 0, Qt::AlignTop);
}

void DeviceCodeView::useZoom()
{
    QFont large = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont display = look::font(look::Text::Display);
    if (display.pointSizeF() > 0)
        large.setPointSizeF(display.pointSizeF());
    else
        large.setPixelSize(display.pixelSize());
    large.setBold(true);
    m_code->setFont(large);
    m_columns->setSpacing(look::zoomed(look::space3));
}

void DeviceCodeView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() < look::zoomed(narrow) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void DeviceCodeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        useZoom();
    QWidget::changeEvent(event);
}

QUrl DeviceCodeView::page() const
{
    const QUrl &complete = m_authorization.verificationUriComplete;
    return complete.isEmpty() ? m_authorization.verificationUri : complete;
}

void DeviceCodeView::present(const oauth::DeviceAuthorization &authorization, bool isCopied)
{
    if (m_clock.isActive() && authorization.userCode == m_authorization.userCode)
        return;
    m_authorization = authorization;
    setEnabled(true);
    m_pageStep->setDone(false);
    m_pageStep->setText(tr("Open this page, or scan the QR code."));
    m_address->setText(authorization.verificationUri.toDisplayString(QUrl::RemoveScheme).mid(2));
    m_code->setText(authorization.userCode);
    m_code->setAccessibleName(tr("Code %1").arg(spelt(authorization.userCode)));
    m_qrCode->setText(page().toString(QUrl::FullyEncoded));
    m_warning->show();
    m_clock.start();
    showTimeLeft();
    m_copy->setText(tr("Copy"));
    m_codeStep->setDone(false);
    m_codeStep->setText(tr("Copy your code."));
    if (isCopied)
        copyCode();
}

void DeviceCodeView::presentExpired()
{
    m_clock.stop();
    setEnabled(false);
    m_qrCode->hide();
    m_warning->hide();
    m_time->setText(tr("This code expired."));
}

void DeviceCodeView::noteOpened()
{
    m_pageStep->setDone(true);
}

void DeviceCodeView::showTimeLeft()
{
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(m_authorization.expiresAt);
    m_time->setText(words::timeLeft(std::chrono::seconds(seconds)));
}

void DeviceCodeView::copyCode()
{
    QGuiApplication::clipboard()->setText(m_authorization.userCode);
    m_codeStep->setDone(true);
    m_codeStep->setText(tr("Your code is copied."));
    m_copy->setText(tr("Copied"));
}

#include "moc_devicecodeview.cpp"
