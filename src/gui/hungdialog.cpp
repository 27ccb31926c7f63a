// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/hungdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSocketNotifier>
#include <QVBoxLayout>

namespace {

constexpr int textWidth = 380;

QString factsOf(const processes::OtherProcess &process)
{
    const auto startedAt = process.startedAt();
    if (!startedAt)
        return HungDialog::tr("It is process %1.").arg(process.id());
    return HungDialog::tr("It is process %1, started at %2.").arg(QString::number(process.id()), QLocale().toString(*startedAt, QLocale::ShortFormat));
}

} // namespace

HungDialog::HungDialog(const processes::OtherProcess &process, std::chrono::milliseconds patience)
    : m_process(process), m_text(new QLabel(this)), m_endButton(new QPushButton(tr("&End it and start again"), this)),
      m_killButton(new QPushButton(tr("&Kill it"), this))
{
    setWindowTitle(tr("Latchkey does not answer"));
    setObjectName(QStringLiteral("hungDialog"));
    m_text->setObjectName(QStringLiteral("hungText"));
    m_text->setWordWrap(true);
    m_text->setFixedWidth(textWidth);
    m_text->setText(tr("Latchkey is running already, but does not answer.") + QLatin1Char('\n') + factsOf(process));
    m_endButton->setObjectName(QStringLiteral("endButton"));
    m_killButton->setObjectName(QStringLiteral("killButton"));
    m_killButton->setAutoDefault(false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_endButton, QDialogButtonBox::ActionRole);
    buttons->addButton(m_killButton, QDialogButtonBox::ActionRole);
    m_killButton->hide(); // The box has shown it.
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    m_endButton->setDefault(true);
    m_endButton->setFocus();

    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &HungDialog::offerKill);
    connect(m_endButton, &QPushButton::clicked, this, &HungDialog::askToEnd);
    connect(m_killButton, &QPushButton::clicked, this, &HungDialog::kill);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *end = new QSocketNotifier(m_process.descriptor(), QSocketNotifier::Read, this);
    connect(end, &QSocketNotifier::activated, this, [this, end] {
        end->setEnabled(false);
        accept();
    });
}

void HungDialog::askToEnd()
{
    m_endButton->setEnabled(false);
    m_text->setText(tr("Waiting for process %1 to end…").arg(m_process.id()));
    m_process.askToEnd();
    m_patience.start();
}

void HungDialog::offerKill()
{
    m_endButton->hide();
    m_killButton->show();
    m_text->setText(tr("Process %1 has not ended. If you kill it, what it has not saved is lost.").arg(m_process.id()));
}

void HungDialog::kill()
{
    m_killButton->setEnabled(false);
    m_text->setText(tr("Waiting for process %1 to end…").arg(m_process.id()));
    m_process.kill();
}

#include "moc_hungdialog.cpp"
