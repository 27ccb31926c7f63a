// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "richtext/html/htmltree.h"
#include "richtext/richtext.h"

#include <functional>

namespace richtext {

/// Writes a tree of HTML in the HTML of QTextDocument. What is on no list is left out: elements lose their tag or, if their
/// content is not for readers, all of it. Styles come from Options only.
class DocumentWriter
{
public:
    DocumentWriter(const HtmlTree &tree, const Place &place, const Options &options);

    Document write();

private:
    /// What holds for all that an element contains.
    struct Surroundings
    {
        QString alignment;
        qreal share = 1; ///< Of the document's width.
        int depth = 0; ///< Of tables, which Qt lays out several times each.
        bool isPreformatted = false;
        bool isSummary = false; ///< One line.
        bool isInList = false;
    };

    void writeChildren(int node, const Surroundings &around);
    void writeNode(int node, const Surroundings &around);
    void writeText(const QString &text, const Surroundings &around);
    bool writeInline(int node, const Surroundings &around);
    bool writeBlock(int node, const Surroundings &around);
    void wrap(const QString &start, const QString &end, int node, const Surroundings &around);

    void writeParagraph(int node, Surroundings around);
    void writeDivision(int node, Surroundings around);
    void writeHeading(int node, Surroundings around);
    void writeList(int node, Surroundings around);
    void writeListItem(int node, const Surroundings &around);
    void writeCode(int node, Surroundings around);
    void writeQuote(int node, Surroundings around);
    void writeAlert(int node, const QString &kind, Surroundings around);
    void writeBeside(const QColor &bar, const QColor &text, Surroundings &around, const std::function<void()> &content);
    void writeDetails(int node, Surroundings around);
    void writeTable(int node, Surroundings around);
    void writeCell(int cell, qreal share, Surroundings around);

    void writeLink(int node, const Surroundings &around);
    void writePicture(int node, const QString &chosen, const Surroundings &around);
    void writePictureOfScheme(int node, const Surroundings &around);
    void writeVideo(int node);
    void noteAnchors(const HtmlNode &node);
    void flushAnchors(bool isBeforeWholeCharacter = true);

    void put(const QString &html) { m_document.html += html; }
    bool isFull();
    QString sized(qreal factor) const;
    QString rule() const;

    const HtmlTree &m_tree;
    const Place m_place;
    const Options &m_options;
    Document m_document;
    QStringList m_pendingAnchors; ///< Written before the next text, because Qt drops those of nothing.
    QSet<QString> m_anchors;
    qsizetype m_textLeft;
    int m_tagsLeft;
    int m_cellsLeft;
    int m_details = 0;
};

} // namespace richtext
