// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/pictures/readpicture.h"
#include "richtext/picture.h"

#include <QHash>
#include <QList>
#include <QTextObjectInterface>

/// Measures and paints the pictures and glyphs of a document, in place of Qt's own handler: that one asks for each missing
/// picture again and again, and has no idea of percentages. A picture that is missing, and one that Qt cannot draw, is a
/// badge with its text.
class PictureObjects : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    explicit PictureObjects(QObject *parent);

    /// Those that have come and are not among these are kept: they are in closed parts, or for the other color scheme.
    void show(const QList<richtext::Picture> &pictures) { m_shown = pictures; }

    /// Forgets the pictures that are not shown.
    void forgetOthers();

    /// What the decoded pictures take.
    qsizetype bytes() const;

    /// The addresses whose pictures have neither come nor failed, each once.
    QList<QUrl> missing() const { return shownIn(State::Missing); }
    bool has(const QUrl &url) const;

    void setPicture(const QUrl &url, const ReadPicture &picture) { m_pictures.insert(url, {picture, {}, State::Arrived}); }

    /// It could not be fetched, now.
    void setFailed(const QUrl &url) { m_pictures.insert(url, {.state = State::Failed}); }

    /// The addresses of those that are shown, each once.
    QList<QUrl> failed() const { return shownIn(State::Failed); }

    /// It cannot be shown; `badge` is what it says of itself, if it says something.
    void setUnavailable(const QUrl &url, const richtext::Badge &badge) { m_pictures.insert(url, {{}, badge, State::Arrived}); }

    /// The picture with this name in the document; null if it is no picture.
    const richtext::Picture *find(const QString &name) const;

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

private:
    enum class State { Missing, Failed, Arrived };

    struct Known
    {
        ReadPicture picture = {};
        richtext::Badge badge = {};
        State state = State::Missing;
    };

    QList<QUrl> shownIn(State state) const;

    richtext::Badge badgeOf(const richtext::Picture &picture) const;
    static QSizeF fitted(const richtext::Picture &picture, const QSizeF &natural, qreal room);

    QList<richtext::Picture> m_shown;
    QHash<QUrl, Known> m_pictures;
};
