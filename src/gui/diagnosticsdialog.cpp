// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/diagnosticsdialog.h"

#include "diagnosis/report.h"
#include "gui/parts/firstsize.h"
#include "ui_diagnosticsdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStyle>

namespace {

enum Column { StateColumn, NameColumn, FindingColumn };

QStyle::StandardPixmap iconOf(diagnosis::State state)
{
    switch (state) {
    case diagnosis::State::Ok: return QStyle::SP_DialogApplyButton;
    case diagnosis::State::Warning: return QStyle::SP_MessageBoxWarning;
    case diagnosis::State::Failed: return QStyle::SP_MessageBoxCritical;
    case diagnosis::State::Pending: return QStyle::SP_BrowserReload;
    case diagnosis::State::Skipped: break;
    }
    return QStyle::SP_MessageBoxInformation;
}

} // namespace

DiagnosticsDialog::DiagnosticsDialog(const diagnosis::Subject &subject, const diagnosis::TimeLimits &limits,
                                     QWidget *parent)
    : QDialog(parent), m_diagnosis(subject, limits), m_ui(std::make_unique<Ui::DiagnosticsDialog>())
{
    m_ui->setupUi(this);
    fitToScreen(*this);
    m_ui->checksTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->checksTable->horizontalHeader()->setSectionResizeMode(FindingColumn, QHeaderView::Stretch);
    m_ui->checksTable->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->checksTable->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // A row may be higher than the table.
    connect(m_ui->copyButton, &QPushButton::clicked, this, &DiagnosticsDialog::copy);
    connect(m_ui->runAgainButton, &QPushButton::clicked, &m_diagnosis, &diagnosis::Diagnosis::start);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::close);
    connect(&m_diagnosis, &diagnosis::Diagnosis::progressed, this, &DiagnosticsDialog::showChecks);
}

DiagnosticsDialog::~DiagnosticsDialog() = default;

void DiagnosticsDialog::present()
{
    m_diagnosis.start();
    show();
    raise();
    activateWindow();
}

void DiagnosticsDialog::showChecks()
{
    const QList<diagnosis::Check> checks = m_diagnosis.checks();
    m_ui->checksTable->setRowCount(int(checks.size()));
    for (int row = 0; row < checks.size(); ++row)
        showCheck(row, checks.at(row));
    const bool isFinished = m_diagnosis.isFinished();
    m_ui->copyButton->setEnabled(isFinished);
    m_ui->copyButton->setText(tr("&Copy"));
    m_ui->summaryLabel->setText(!isFinished              ? tr("Looking…")
                                : m_diagnosis.hasFailed() ? tr("Something does not work.")
                                                          : tr("All that a sign-in needs works."));
}

void DiagnosticsDialog::showCheck(int row, const diagnosis::Check &check)
{
    const auto &[state, sentence, advice] = check.finding;
    const auto set = [&](Column column, const QString &text) {
        auto *item = new QTableWidgetItem(text);
        m_ui->checksTable->setItem(row, column, item);
        return item;
    };
    set(StateColumn, diagnosis::stateWord(state))->setIcon(style()->standardIcon(iconOf(state)));
    set(NameColumn, check.name);
    set(FindingColumn, advice.isEmpty() ? sentence : sentence + QLatin1Char('\n') + advice);
}

void DiagnosticsDialog::copy()
{
    QGuiApplication::clipboard()->setText(diagnosis::reportText(m_diagnosis.provider(), m_diagnosis.checks()));
    m_ui->copyButton->setText(tr("Copied"));
}

#include "moc_diagnosticsdialog.cpp"
