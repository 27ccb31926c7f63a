// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/diagnosticsdialog.h"

#include "diagnosis/report.h"
#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/windows/firstsize.h"
#include "gui/windows/secondwindow.h"
#include "ui_diagnosticsdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace {

enum Column { StateColumn, NameColumn, FindingColumn };

/// Lines between the checks, and room above and below each.
class CheckDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(look::zoomed(look::space2), 2 * look::zoomed(look::space2));
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.row() + 1 < index.model()->rowCount()) // Below the focus ring.
            painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), look::colors().cardBorder);
        QStyledItemDelegate::paint(painter, option, index);
    }
};

QIcon iconOf(diagnosis::State state)
{
    using look::Glyph;
    switch (state) {
    case diagnosis::State::Ok: return look::glyphIcon(Glyph::CheckPassed, &look::Colors::success);
    case diagnosis::State::Warning: return look::glyphIcon(Glyph::Alert, &look::Colors::attention);
    case diagnosis::State::Failed: return look::glyphIcon(Glyph::CheckFailed, &look::Colors::danger);
    case diagnosis::State::Pending: return look::glyphIcon(Glyph::CheckRunning, &look::Colors::secondaryText);
    case diagnosis::State::Skipped: break;
    }
    return look::glyphIcon(Glyph::Info, &look::Colors::secondaryText);
}

} // namespace

DiagnosticsDialog::DiagnosticsDialog(const diagnosis::Subject &subject, const diagnosis::TimeLimits &limits,
                                     QWidget *parent)
    : QDialog(parent), m_diagnosis(subject, limits), m_ui(std::make_unique<Ui::DiagnosticsDialog>())
{
    m_ui->setupUi(this);
    makeSecondWindow(*this);
    fitToScreen(*this);
    useText(m_ui->summaryLabel, look::Text::Section);
    useSecondaryText(m_ui->promiseLabel);
    m_ui->checksTable->setItemDelegate(new CheckDelegate(this));
    m_ui->checksTable->horizontalHeader()->setSectionResizeMode(FindingColumn, QHeaderView::Stretch);
    m_ui->checksTable->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->checksTable->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // A row may be higher than the table.
    m_ui->buttonRow->add(m_ui->copyButton, true);
    m_ui->buttonRow->add(m_ui->runAgainButton, true);
    m_ui->buttonRow->add(m_ui->closeButton);
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
    fitColumns();
    const bool isFinished = m_diagnosis.isFinished();
    m_ui->copyButton->setEnabled(isFinished);
    m_ui->copyButton->setText(tr("Copy"));
    m_ui->summaryLabel->setText(!isFinished              ? tr("Looking…")
                                : m_diagnosis.hasFailed() ? tr("Something does not work.")
                                                          : tr("All that a sign-in needs works."));
}

/// What was found needs the most room. The other columns wrap their words if the window is narrow.
void DiagnosticsDialog::fitColumns()
{
    QTableWidget &table = *m_ui->checksTable;
    for (const Column column : {StateColumn, NameColumn}) {
        table.resizeColumnToContents(column);
        table.setColumnWidth(column, std::min(table.columnWidth(column), table.viewport()->width() / 4));
    }
}

void DiagnosticsDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitColumns();
}

void DiagnosticsDialog::showCheck(int row, const diagnosis::Check &check)
{
    const auto &[state, sentence, advice] = check.finding;
    const auto set = [&](Column column, const QString &text) {
        auto *item = new QTableWidgetItem(text);
        item->setToolTip(tooltip(text));
        m_ui->checksTable->setItem(row, column, item);
        return item;
    };
    set(StateColumn, diagnosis::stateWord(state))->setIcon(iconOf(state));
    set(NameColumn, check.name);
    set(FindingColumn, advice.isEmpty() ? sentence : sentence + QLatin1Char('\n') + advice);
}

void DiagnosticsDialog::copy()
{
    QGuiApplication::clipboard()->setText(diagnosis::reportText(m_diagnosis.provider(), m_diagnosis.checks()));
    m_ui->copyButton->setText(tr("Copied"));
}

#include "moc_diagnosticsdialog.cpp"
