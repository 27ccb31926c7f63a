// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/readmeview.h"

#include "browser/openpage.h"
#include "github/pictures.h"
#include "gui/parts/labels.h"
#include "gui/profile/picture.h"
#include "result/printabletext.h"

#include <QTextCursor>
#include <QScrollBar>

namespace {

constexpr qsizetype longestText = 100 * 1024 - 100; // Leaves room for appendRest().
constexpr int widestPicture = 640;

QImage fittedToText(const QImage &picture)
{
    return picture.width() > widestPicture ? picture.scaledToWidth(widestPicture, Qt::SmoothTransformation) : picture;
}

} // namespace

ReadmeView::ReadmeView(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("readmeView"));
    setAccessibleName(tr("Profile README"));
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(0); // Aligned with the rest of the page.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOpenLinks(false); // The view would load the page itself.
    viewport()->setAutoFillBackground(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        const QUrl url = m_base.resolved(link);
        if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
            openPage(url, this);
    });
}

void ReadmeView::setPictures(const QUrl &base, FetchPicture fetch)
{
    m_base = base;
    m_fetch = std::move(fetch);
}

void ReadmeView::showMarkdown(const QString &markdown)
{
    m_asked.clear();
    document()->setMarkdown(printableLines(markdown.left(longestText)),
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                | QTextDocument::MarkdownNoHTML);
    if (markdown.size() > longestText)
        appendRest();
    fitHeight();
}

/// Says that the text goes on, and links to all of it.
void ReadmeView::appendRest()
{
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertBlock(QTextBlockFormat(), QTextCharFormat());
    end.insertHtml(link(m_base.resolved(QUrl(QStringLiteral("../../"))), tr("Read the rest on the web")));
}

/// Qt calls this during layout. Each picture is fetched once, and shown by showPicture().
QVariant ReadmeView::loadResource(int type, const QUrl &name)
{
    const QUrl url = m_base.resolved(name);
    if (type != QTextDocument::ImageResource || !m_fetch || m_asked.contains(name) || !github::isPictureOfHost(url, m_base))
        return {};
    m_asked.insert(name);
    m_fetch(url, this, [this, name](const Result<QByteArray> &bytes) {
        if (bytes)
            showPicture(name, *bytes);
    });
    return {};
}

void ReadmeView::showPicture(const QUrl &name, const QByteArray &bytes)
{
    const QImage picture = fittedToText(readPicture(bytes));
    if (picture.isNull())
        return;
    document()->addResource(QTextDocument::ImageResource, name, picture);
    document()->markContentsDirty(0, document()->characterCount());
    fitHeight();
}

void ReadmeView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

/// A wide picture or line of code brings a scroll bar, which needs its room below the text.
void ReadmeView::fitHeight()
{
    const bool isTooWide = document()->size().width() > viewport()->width();
    const int bar = isTooWide ? horizontalScrollBar()->sizeHint().height() : 0;
    setFixedHeight(int(document()->size().height()) + bar + 2 * frameWidth());
}

#include "moc_readmeview.cpp"
