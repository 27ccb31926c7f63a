// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

/// A tab whose page is built when it is first shown, so that the window appears sooner.
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
