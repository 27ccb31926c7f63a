// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/readmeview.h"

#include <QDesktopServices>

namespace {

constexpr qsizetype longestText = 100 * 1024;

} // namespace

ReadmeView::ReadmeView(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("readmeView"));
    setAccessibleName(tr("Profile README"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOpenLinks(false); // Else it would go to the page itself.
    viewport()->setAutoFillBackground(false);
    connect(this, &QTextBrowser::anchorClicked, this, [](const QUrl &url) {
        if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
            QDesktopServices::openUrl(url);
    });
}

void ReadmeView::showMarkdown(const QString &markdown)
{
    document()->setMarkdown(markdown.left(longestText),
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                | QTextDocument::MarkdownNoHTML);
    fitHeight();
}

QVariant ReadmeView::loadResource(int, const QUrl &)
{
    return {};
}

void ReadmeView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

void ReadmeView::fitHeight()
{
    setFixedHeight(int(document()->size().height()) + 2 * frameWidth());
}
