// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/questions/pagemessages.h"

#include "loginview/protocol/command.h"
#include "loginview/questions/dialogtext.h"
#include "loginview/questions/pagedialog.h"
#include "result/printabletext.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace {

/// A page shows at least this many messages before it can be silenced.
constexpr int messagesBeforeSilence = 1;

constexpr int longestAnswer = 4096;

} // namespace

std::optional<QString> PageMessages::show(const PageMessage &message, QWidget *window)
{
    // A second dialog above the first would be an answer that the person did not give.
    if (m_isOpen || m_isSilenced)
        return message.kind == PageMessage::Kind::Leave ? std::optional(QString()) : std::nullopt;
    const QScopedValueRollback open(m_isOpen, true);
    return ask(message, window);
}

void PageMessages::reset()
{
    m_isSilenced = false;
    m_count = 0;
}

std::optional<QString> PageMessages::ask(const PageMessage &message, QWidget *window)
{
    const QString origin = message.origin.isEmpty() ? tr("A part of this page") : originText(message.origin);
    PageDialog dialog(origin, window);
    const bool isLeave = message.kind == PageMessage::Kind::Leave;
    // Not every desktop shows the title of a dialog, and none all of a long one.
    if (!isLeave)
        dialog.addText(QStringLiteral("speakerLabel"), tr("%1 says:").arg(dialogText(origin)));
    dialog.addText(QStringLiteral("messageLabel"),
                   isLeave ? tr("Leave this page? What you typed may be lost.") : dialogText(message.text));
    QLineEdit *answer = nullptr;
    if (message.kind == PageMessage::Kind::Prompt) {
        answer = dialog.addField(QStringLiteral("answerEdit"), tr("&Answer"));
        answer->setMaxLength(longestAnswer);
        answer->setText(printableText(message.proposal.left(longestAnswer)));
        answer->selectAll();
        answer->setFocus();
    }
    QCheckBox *silence = nullptr;
    if (m_count++ >= messagesBeforeSilence) {
        silence = new QCheckBox(tr("&Stop this page from showing more messages"), &dialog);
        silence->setObjectName(QStringLiteral("silenceBox"));
        dialog.add(silence);
    }
    dialog.addButtons(isLeave ? tr("Leave") : tr("OK"), isLeave ? tr("Stay") : message.kind == PageMessage::Kind::Alert ? QString() : tr("Cancel"));
    const bool isAccepted = dialog.ask();
    if (silence && silence->isChecked())
        m_isSilenced = true;
    if (!isAccepted)
        return std::nullopt;
    return answer ? answer->text() : QString();
}
