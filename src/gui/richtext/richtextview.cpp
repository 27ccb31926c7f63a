// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/richtext/richtextview.h"

#include "browser/openpage.h"
#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/richtext/pictureobjects.h"
#include "richtext/richtext.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QHelpEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <QtMath>

RichTextView::RichTextView(QWidget *parent)
    : QTextBrowser(parent), m_pictures(new PictureObjects(this)), m_fetch(new PictureFetch(*m_pictures, this))
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOpenLinks(false); // The view would load the page itself.
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0); // Aligned with the rest of the page.
    document()->documentLayout()->registerHandler(QTextFormat::ImageObject, m_pictures);
    connect(this, &QTextBrowser::anchorClicked, this, &RichTextView::follow);
    connect(m_fetch, &PictureFetch::arrived, this, &RichTextView::layOutAgain);
}

RichTextView::~RichTextView() = default;

void RichTextView::setPlace(const richtext::Place &place, PictureFetch::Fetch fetch)
{
    m_place = place;
    if (!fetch)
        m_place.isPictureAllowed = nullptr;
    m_fetch->setFetch(std::move(fetch));
}

void RichTextView::setWholeText(const QUrl &page, const QString &label)
{
    m_wholeText = page;
    m_wholeTextLabel = label;
}

void RichTextView::showHtml(const QString &html)
{
    if (html == m_html)
        return;
    m_toggled.clear();
    m_html = html;
    render();
    m_pictures->forgetOthers();
}

bool RichTextView::hasPicture(const QUrl &url) const
{
    return m_pictures->has(url);
}

richtext::Style RichTextView::style() const
{
    const look::Colors &colors = look::colors();
    return {.text = colors.text,
            .secondaryText = colors.secondaryText,
            .link = colors.link,
            .border = colors.cardBorder,
            .code = look::mixed(colors.text, colors.surface, 0.07),
            .success = colors.success,
            .attention = colors.attention,
            .danger = colors.danger,
            .done = colors.done,
            .codeFont = QFontDatabase::systemFont(QFontDatabase::FixedFont).family().remove(u'\''),
            .textSize = qreal(QFontInfo(look::font(look::Text::Body)).pixelSize()),
            .isDark = colors.isDark};
}

void RichTextView::render()
{
    const richtext::Document shown = richtext::sanitized(m_html, m_place, {.style = style(), .toggledDetails = m_toggled});
    m_pictures->show(shown.pictures);
    QString html = shown.html;
    if (shown.isCut && m_wholeText.isValid())
        html += QStringLiteral("<p><a href=\"%1\" style=\"color:%2\">%3</a></p>")
                    .arg(QString::fromLatin1(m_wholeText.toEncoded()).toHtmlEscaped(), look::colors().link.name(),
                         m_wholeTextLabel.toHtmlEscaped());
    document()->setDefaultFont(look::font(look::Text::Body));
    document()->setIndentWidth(look::zoomed(look::space5));
    setHtml(html);
    fitHeight();
    QMetaObject::invokeMethod(this, &RichTextView::fetchPictures, Qt::QueuedConnection);
}

void RichTextView::fetchPictures()
{
    m_fetch->start(int(look::zoomed(look::contentWidth) * devicePixelRatioF()));
}

void RichTextView::layOutAgain()
{
    document()->markContentsDirty(0, document()->characterCount());
    fitHeight();
    viewport()->update();
}

/// Pictures come from fetchPictures() only. An empty one, because Qt asks again for what is missing.
QVariant RichTextView::loadResource(int type, const QUrl &)
{
    return type == QTextDocument::ImageResource ? QVariant(QImage(1, 1, QImage::Format_ARGB32_Premultiplied)) : QVariant();
}

void RichTextView::follow(const QUrl &link)
{
    if (link.scheme() == richtext::detailsScheme)
        return toggle(link.path().toInt());
    if (link.isRelative() && link.hasFragment())
        return scrollToAnchor(link.fragment(QUrl::FullyDecoded));
    if (link.scheme() == QLatin1String("https") || link.scheme() == QLatin1String("http") || link.scheme() == QLatin1String("mailto"))
        openPage(link, this);
}

void RichTextView::toggle(int details)
{
    if (!m_toggled.remove(details))
        m_toggled.insert(details);
    render();
    selectLink(QUrl(QStringLiteral("%1:%2").arg(richtext::detailsScheme).arg(details)));
}

/// The text that has such a format; null if there is none.
QTextCursor RichTextView::findFormat(const std::function<bool(const QTextCharFormat &)> &isWanted) const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (!isWanted(fragment.charFormat()))
                continue;
            QTextCursor cursor(document());
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            return cursor;
        }
    }
    return {};
}

/// So that the next Tab goes on from there, and Enter closes what it has opened.
void RichTextView::selectLink(const QUrl &link)
{
    const QTextCursor found = findFormat([&](const QTextCharFormat &format) { return QUrl(format.anchorHref()) == link; });
    if (!found.isNull())
        setTextCursor(found);
}

/// GitHub puts `user-content-` before the names of anchors, and leaves it out of links.
void RichTextView::scrollToAnchor(const QString &name)
{
    const QString ofGitHub = QStringLiteral("user-content-") + name;
    const QTextCursor found = findFormat([&](const QTextCharFormat &format) {
        return format.anchorNames().contains(name) || format.anchorNames().contains(ofGitHub);
    });
    if (found.isNull())
        return;
    QTextCursor start(found);
    start.setPosition(found.selectionStart());
    const QPoint position = viewport()->mapTo(this, cursorRect(start).topLeft());
    if (const QScrollArea *area = page())
        area->verticalScrollBar()->setValue(mapTo(area->widget(), position).y() - look::zoomed(look::space4));
}

/// The area that scrolls the page with this text; null if there is none.
QScrollArea *RichTextView::page() const
{
    for (QWidget *parent = parentWidget(); parent; parent = parent->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(parent);
        if (area && area->widget())
            return area;
    }
    return nullptr;
}

bool RichTextView::focusNextPrevChild(bool isNext)
{
    const bool isMoved = QTextBrowser::focusNextPrevChild(isNext);
    showFocusedLink();
    return isMoved;
}

/// Tab goes from link to link. Qt scrolls the view to it, which is as high as its text and does not scroll.
void RichTextView::showFocusedLink()
{
    QScrollArea *area = page();
    if (!area || !hasFocus() || !textCursor().hasSelection() || textCursor().charFormat().anchorHref().isEmpty())
        return;
    const QPoint position = mapTo(area->widget(), viewport()->mapTo(this, cursorRect().center()));
    area->ensureVisible(position.x(), position.y(), look::zoomed(look::space4), look::zoomed(look::space6));
}

/// The title of the link at a place, or where it leads.
QString RichTextView::tipOfLink(const QPoint &at) const
{
    const QUrl link(anchorAt(at));
    if (link.isEmpty() || link.scheme() == richtext::detailsScheme)
        return {};
    const QString title = cursorForPosition(at).charFormat().toolTip();
    return title.isEmpty() ? link.toString() : title;
}

bool RichTextView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTextBrowser::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPoint offset(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const richtext::Picture *picture = m_pictures->find(document()->documentLayout()->imageAt(help->pos() + offset));
    const QString text = !picture ? tipOfLink(help->pos()) : picture->title.isEmpty() ? picture->badge.text() : picture->title;
    QToolTip::showText(help->globalPos(), tooltip(text), this);
    return true;
}

/// The colors are part of the document.
void RichTextView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && !m_html.isEmpty())
        render();
}

void RichTextView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        document()->markContentsDirty(0, document()->characterCount()); // Pictures depend on the width.
}

/// The base places the viewport, but not while it handles an earlier size.
bool RichTextView::event(QEvent *event)
{
    const bool isHandled = QTextBrowser::event(event);
    if (event->type() == QEvent::Resize)
        fitHeight();
    return isHandled;
}

/// A wide table brings a scroll bar, which needs its room below the text.
void RichTextView::fitHeight()
{
    const bool isTooWide = document()->size().width() > viewport()->width();
    const int bar = isTooWide ? horizontalScrollBar()->sizeHint().height() : 0;
    setFixedHeight(qCeil(document()->size().height()) + bar + 2 * frameWidth());
}

#include "moc_richtextview.cpp"
