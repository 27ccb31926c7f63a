// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/richtext/picturefetch.h"
#include "richtext/addresses.h"
#include "richtext/style.h"

#include <QSet>
#include <QTextBrowser>

#include <functional>

class PictureObjects;
class QScrollArea;

/// Text that a server has rendered as HTML, as high as it is. Its pictures follow after the text is shown. A click on a link
/// opens the page, a click on a summary opens or closes its part.
class RichTextView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit RichTextView(QWidget *parent = nullptr);
    ~RichTextView() override;

    /// Where the text stands. Without this call no pictures are shown, and relative links lead nowhere.
    void setPlace(const richtext::Place &place, PictureFetch::Fetch fetch);

    /// The page that has all of a text too long to be shown, and what the link to it says.
    void setWholeText(const QUrl &page, const QString &label);

    /// Shows a server's HTML. The same text again changes nothing: parts that the person has opened stay so.
    void showHtml(const QString &html);

    /// Asks again for pictures that could not be fetched.
    void retryPictures() { m_fetch->retry(); }

    /// True once the picture at this address is shown.
    bool hasPicture(const QUrl &url) const;

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool focusNextPrevChild(bool isNext) override;

private:
    richtext::Style style() const;
    void render();
    void follow(const QUrl &link);
    void toggle(int details);
    void selectLink(const QUrl &link);
    void scrollToAnchor(const QString &name);
    void showFocusedLink();
    QScrollArea *page() const;
    QString tipOfLink(const QPoint &at) const;
    QTextCursor findFormat(const std::function<bool(const QTextCharFormat &)> &isWanted) const;
    void fetchPictures();
    void layOutAgain();
    void fitHeight();

    PictureObjects *m_pictures;
    PictureFetch *m_fetch;
    richtext::Place m_place;
    QUrl m_wholeText;
    QString m_wholeTextLabel;
    QString m_html;
    QSet<int> m_toggled;
};
