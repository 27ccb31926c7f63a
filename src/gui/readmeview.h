// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextBrowser>

/// Markdown as high as its text. Nothing is loaded from anywhere: a picture would tell its server who looks.
class ReadmeView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ReadmeView(QWidget *parent = nullptr);

    /// What is longer than anybody reads is cut: 5 MB would hold the window up.
    void showMarkdown(const QString &markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
};
