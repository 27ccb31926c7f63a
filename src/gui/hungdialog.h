// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "processes/otherprocess.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;

/// Says that Latchkey is running already and does not answer, and offers to end that process. It is asked first, and killed only
/// after another confirmation. Accepted once the process has ended, however that came.
class HungDialog : public QDialog
{
    Q_OBJECT

public:
    /// A process that was asked to end has `patience` for it.
    explicit HungDialog(const processes::OtherProcess &process, std::chrono::milliseconds patience = std::chrono::seconds(5));

private:
    void askToEnd();
    void offerKill();
    void kill();

    const processes::OtherProcess m_process;
    QTimer m_patience;
    QLabel *m_text;
    QPushButton *m_endButton;
    QPushButton *m_killButton;
};
