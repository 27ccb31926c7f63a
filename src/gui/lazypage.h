// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

/// The place of a page that is built when it is first looked at, so that the window is there sooner.
class LazyPage : public QWidget
{
    Q_OBJECT

public:
    LazyPage(std::function<QWidget *()> build, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    std::function<QWidget *()> m_build;
};
