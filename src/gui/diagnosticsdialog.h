// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/diagnosis.h"

#include <QDialog>

#include <memory>

namespace Ui {
class DiagnosticsDialog;
}

/// Runs the diagnosis, shows its checks, and copies them as a report.
class DiagnosticsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DiagnosticsDialog(const diagnosis::Subject &subject, const diagnosis::TimeLimits &limits = {},
                               QWidget *parent = nullptr);
    ~DiagnosticsDialog() override;

    /// Shows the dialog in front and starts the diagnosis again.
    void present();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showChecks();
    void fitColumns();
    void showCheck(int row, const diagnosis::Check &check);
    void copy();

    diagnosis::Diagnosis m_diagnosis;
    std::unique_ptr<Ui::DiagnosticsDialog> m_ui;
};
