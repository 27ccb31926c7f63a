// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"

#include <QWidget>

class QGridLayout;

/// The repositories with the most commits, each with a bar as long as its share.
class ActivityBars : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityBars(QWidget *parent = nullptr);

    /// Owners are named unless they are the person.
    void show(const github::Excerpt<github::RepositoryActivity> &activity, const QString &login);

private:
    QGridLayout *m_grid;
};
