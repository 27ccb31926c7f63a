// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/repositories/repositorydelegate.h"

#include "github/languages.h"
#include "gui/parts/painttext.h"
#include "gui/parts/words.h"
#include "gui/repositories/repositoryfilter.h"

#include <QLocale>
#include <QPainter>

namespace {

constexpr int horizontalMargin = 18;
constexpr int verticalMargin = 10;

QString stateOf(const github::Repository &repository)
{
    QStringList states;
    if (repository.isPrivate)
        states.append(RepositoryDelegate::tr("private"));
    if (repository.isFork)
        states.append(RepositoryDelegate::tr("fork"));
    if (repository.isArchived)
        states.append(RepositoryDelegate::tr("archived"));
    return states.join(QStringLiteral(" · "));
}

QString factsOf(const github::Repository &repository)
{
    QStringList facts;
    if (!repository.language.isEmpty())
        facts.append(repository.language);
    if (repository.stars > 0)
        facts.append(words::stars(repository.stars));
    if (repository.forks > 0)
        facts.append(words::forks(repository.forks));
    if (repository.pushedAt.isValid())
        facts.append(RepositoryDelegate::tr("pushed on %1").arg(
            QLocale().toString(repository.pushedAt.toLocalTime().date(), QLocale::ShortFormat)));
    return facts.join(QStringLiteral("    "));
}

/// The name at the left, and the state at the right.
void paintTitle(QPainter *painter, QRect &rest, const github::Repository &repository, const QColor &text, const QColor &quiet)
{
    const QString state = stateOf(repository);
    const int stateWidth = painter->fontMetrics().horizontalAdvance(state);
    painter->setPen(quiet);
    painter->drawText(QRect(rest.right() - stateWidth, rest.top(), stateWidth + 1, painter->fontMetrics().height()),
                      Qt::AlignVCenter, state);
    const QFont regular = painter->font();
    QFont bold = regular;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(text);
    QRect name = rest.adjusted(0, 0, -stateWidth - 12, 0);
    paintLine(painter, name, repository.fullName());
    rest.setTop(name.top());
    painter->setFont(regular);
}

void paintFacts(QPainter *painter, QRect &rest, const github::Repository &repository, const QColor &quiet)
{
    if (!repository.language.isEmpty()) {
        const int height = painter->fontMetrics().height();
        const int side = height * 6 / 10;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(github::languageColor(repository.language));
        painter->drawEllipse(rest.left(), rest.top() + (height - side) / 2, side, side);
        rest.setLeft(rest.left() + side + 6);
    }
    painter->setPen(quiet);
    paintLine(painter, rest, factsOf(repository));
}

} // namespace

void RepositoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *filter = qobject_cast<const RepositoryFilter *>(index.model());
    if (!filter)
        return QStyledItemDelegate::paint(painter, option, index);
    const github::Repository &repository = filter->at(index);
    painter->save();
    paintRowBackground(painter, option);
    painter->setFont(option.font);
    const QColor text = option.palette.color(option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text);
    QColor quiet = text;
    quiet.setAlphaF(0.7F);
    QRect rest = option.rect.adjusted(horizontalMargin, verticalMargin, -horizontalMargin, 0);
    paintTitle(painter, rest, repository, text, quiet);
    painter->setPen(text);
    paintLine(painter, rest, repository.description);
    paintFacts(painter, rest, repository, quiet);
    paintSeparator(painter, option.rect.bottomLeft() + QPoint(horizontalMargin, 0), option.rect.width() - 2 * horizontalMargin,
                   text);
    painter->restore();
}

QSize RepositoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 3 * option.fontMetrics.height() + 2 * lineGap + 2 * verticalMargin};
}

#include "moc_repositorydelegate.cpp"
