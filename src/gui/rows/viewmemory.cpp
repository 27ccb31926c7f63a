// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/viewmemory.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace {

/// In bytes; a few lists have less than a thousand.
constexpr qint64 maximumSize = 65536;

} // namespace

QJsonObject ViewMemory::read() const
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.read(maximumSize)).object();
}

QJsonObject ViewMemory::page(const QString &name) const
{
    return read().value(name).toObject();
}

void ViewMemory::setPage(const QString &name, const QJsonObject &values) const
{
    QJsonObject all = read();
    if (m_file.isEmpty() || all.value(name).toObject() == values || !QFileInfo::exists(QFileInfo(m_file).path()))
        return;
    all.insert(name, values);
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QJsonDocument(all).toJson());
    file.commit();
}
