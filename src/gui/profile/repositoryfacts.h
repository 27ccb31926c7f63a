// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"

#include <QWidget>

/// One line about a repository: language, stars, forks, and pills for what is unusual.
class RepositoryFacts : public QWidget
{
    Q_OBJECT

public:
    explicit RepositoryFacts(const github::PinnedItem &item, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString inWords() const;

    const github::PinnedItem m_item;
};
