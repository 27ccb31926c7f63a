// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QSet>
#include <QTextBrowser>

#include <functional>

/// Markdown as high as its text. Pictures come from the host of the text and its own servers only: any other would learn
/// who looks.
class ReadmeView : public QTextBrowser
{
    Q_OBJECT

public:
    /// Gets a picture, and tells the receiver while the context is there.
    using FetchPicture = std::function<void(const QUrl &, QObject *context, Receiver<QByteArray>)>;

    explicit ReadmeView(QWidget *parent = nullptr);

    /// Where there is no way to get pictures, there are none. Relative addresses are from `base`.
    void setPictures(const QUrl &base, FetchPicture fetch);

    /// What is longer than anybody reads is cut: 5 MB would hold the window up.
    void showMarkdown(const QString &markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPicture(const QUrl &name, const QByteArray &bytes);
    void fitHeight();

    QUrl m_base;
    FetchPicture m_fetch;
    QSet<QUrl> m_asked;
};
