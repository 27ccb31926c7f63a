// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QSet>
#include <QTextBrowser>

#include <functional>

/// Markdown, as high as its text. Pictures are fetched from the host of the text and from GitHub's image servers only,
/// because any other server would learn who reads it.
class ReadmeView : public QTextBrowser
{
    Q_OBJECT

public:
    /// Fetches a picture. The receiver is called at most once, and not after the context is gone.
    using FetchPicture = std::function<void(const QUrl &, QObject *context, Receiver<QByteArray>)>;

    explicit ReadmeView(QWidget *parent = nullptr);

    /// Relative addresses are resolved against `base`. Without this call, no pictures are shown.
    void setPictures(const QUrl &base, FetchPicture fetch);

    /// Shows the first 100 KiB: laying out several megabytes blocks the window.
    void showMarkdown(const QString &markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void appendRest();
    void showPicture(const QUrl &name, const QByteArray &bytes);
    void fitHeight();

    QUrl m_base;
    FetchPicture m_fetch;
    QSet<QUrl> m_asked;
};
