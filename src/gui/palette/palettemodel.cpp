// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/palette/palettemodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

constexpr int sectionCount = 4;

/// Lower is better; -1 does not fit. A word at the start of the name, or of a part of it, is what people type.
int rankOf(const QString &key, const QStringList &words)
{
    int rank = 0;
    for (const QString &word : words) {
        const qsizetype at = key.indexOf(word);
        if (at < 0)
            return -1;
        const bool startsPart = at == 0 || !key[at - 1].isLetterOrNumber();
        rank += at == 0 ? 0 : startsPart ? 1 : 2;
    }
    return rank;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("PaletteModel", text);
}

} // namespace

QString sectionName(PaletteEntry::Section section)
{
    switch (section) {
    case PaletteEntry::Section::Pages: return tr("Pages");
    case PaletteEntry::Section::Repositories: return tr("Repositories");
    case PaletteEntry::Section::Inbox: return tr("Inbox");
    case PaletteEntry::Section::Commands: return tr("Commands");
    }
    return {};
}

void PaletteModel::setEntries(const QList<PaletteEntry> &entries)
{
    m_entries = entries;
    m_keys.clear();
    m_keys.reserve(entries.size());
    for (const PaletteEntry &entry : entries)
        m_keys.append((entry.title + QLatin1Char(' ') + entry.detail).toLower());
}

void PaletteModel::find(const QString &query)
{
    const QStringList words = query.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    struct Hit
    {
        int rank;
        qsizetype index;
    };
    std::array<QList<Hit>, sectionCount> found;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const int rank = rankOf(m_keys[i], words);
        if (rank >= 0)
            found[size_t(m_entries[i].section)].append({rank, i});
    }
    beginResetModel();
    m_rows.clear();
    for (size_t section = 0; section < found.size(); ++section) {
        QList<Hit> &hits = found[section];
        const qsizetype shown = std::min<qsizetype>(hits.size(), mostInSection);
        std::partial_sort(hits.begin(), hits.begin() + shown, hits.end(), [](const Hit &one, const Hit &other) {
            return std::pair(one.rank, one.index) < std::pair(other.rank, other.index);
        });
        if (shown > 0)
            m_rows.append({sectionName(PaletteEntry::Section(section)), {}, 0});
        for (qsizetype i = 0; i < shown; ++i)
            m_rows.append({{}, m_entries[hits[i].index], hits[i].rank});
    }
    endResetModel();
}

const PaletteEntry *PaletteModel::entry(int row) const
{
    const bool isEntry = row >= 0 && row < m_rows.size() && m_rows[row].heading.isEmpty();
    return isEntry ? &m_rows[row].entry : nullptr;
}

int PaletteModel::bestRow() const
{
    int best = -1;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (entry(row) && (best < 0 || m_rows[row].rank < m_rows[best].rank))
            best = row;
    }
    return best;
}

int PaletteModel::entryFrom(int row, int step) const
{
    for (; row >= 0 && row < m_rows.size(); row += step) {
        if (entry(row))
            return row;
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.heading.isEmpty() ? row.entry.title : row.heading;
    if (role != Qt::AccessibleTextRole)
        return {};
    if (!row.heading.isEmpty())
        return row.heading;
    QStringList words{row.entry.title, row.entry.detail, row.entry.hint};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return entry(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                              : Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

#include "moc_palettemodel.cpp"
