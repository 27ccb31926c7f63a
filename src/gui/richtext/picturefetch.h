// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QObject>
#include <QQueue>
#include <QSet>
#include <QTimer>
#include <QUrl>

#include <functional>

class PictureObjects;

/// Fetches the pictures of a document and decodes them one by one, so that the window stays quick.
class PictureFetch : public QObject
{
    Q_OBJECT

public:
    /// Fetches a picture. The receiver is called at most once, and not after the context is gone.
    using Fetch = std::function<void(const QUrl &, QObject *context, Receiver<QByteArray>)>;

    /// `pictures` must outlive this object, and gets what has come.
    explicit PictureFetch(PictureObjects &pictures, QObject *parent = nullptr);

    /// An empty function fetches nothing.
    void setFetch(Fetch fetch);

    /// Asks for the pictures that are missing, for each address once. They are decoded at most `width` pixels wide.
    void start(int width);

    /// Asks again for those that could not be fetched.
    void retry();

Q_SIGNALS:
    /// Pictures have come or failed. Once for those that come together.
    void arrived();

private:
    void ask(const QList<QUrl> &urls);
    void decodeNext();
    void decode(const QUrl &url, const QByteArray &bytes);

    PictureObjects &m_pictures;
    Fetch m_fetch;
    int m_width = 0;
    QSet<QUrl> m_asked;
    QQueue<std::pair<QUrl, Result<QByteArray>>> m_undecoded;
    QTimer m_decode;
    QTimer m_arrived;
};
