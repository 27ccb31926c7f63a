// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/contributions/activitybars.h"

#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/words/words.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace {

constexpr int mostRepositories = 5;

/// What is painted says the same as the number beside it.
class Bar : public QWidget
{
public:
    Bar(qreal share, QWidget *parent) : QWidget(parent), m_share(share)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {look::zoomed(120), look::zoomed(look::space2)}; }
    QSize minimumSizeHint() const override { return {look::zoomed(look::space6), look::zoomed(look::space2)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const qreal radius = height() / 2.0;
        painter.setBrush(look::colors().calendar[0]);
        painter.drawRoundedRect(rect(), radius, radius);
        QRect filled = rect();
        filled.setWidth(std::max(height(), int(width() * m_share)));
        painter.setBrush(look::colors().calendar[3]);
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), filled), radius, radius);
    }

private:
    const qreal m_share;
};

} // namespace

ActivityBars::ActivityBars(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::zoomed(look::space3));
    m_grid->setVerticalSpacing(look::zoomed(look::space1));
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
}

void ActivityBars::show(const github::Excerpt<github::RepositoryActivity> &activity, const QString &login)
{
    while (QLayoutItem *old = m_grid->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    qint64 most = 1;
    for (const github::RepositoryActivity &entry : activity.entries)
        most = std::max(most, entry.commits);
    const int count = std::min<int>(mostRepositories, int(activity.entries.size()));
    for (int row = 0; row < count; ++row) {
        const github::RepositoryActivity &entry = activity.entries[row];
        auto *repository = new LinkLabel(this);
        repository->setText(link(entry.repository.page, words::repositoryName(entry.repository.name, login)));
        auto *commits = new WrappingLabel(entry.commits == 1 ? tr("1 commit") : tr("%1 commits").arg(QLocale().toString(entry.commits)), this);
        commits->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        useCaption(commits);
        m_grid->addWidget(repository, row, 0);
        m_grid->addWidget(new Bar(qreal(entry.commits) / qreal(most), this), row, 1);
        m_grid->addWidget(commits, row, 2);
    }
    if (const qint64 rest = activity.total - count; rest > 0) {
        auto *more = new WrappingLabel(rest == 1 ? tr("and 1 more repository") : tr("and %1 more repositories").arg(QLocale().toString(rest)), this);
        useCaption(more);
        m_grid->addWidget(more, count, 0, 1, 3);
    }
    const auto widgets = findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *widget : widgets)
        widget->show();
}

#include "moc_activitybars.cpp"
