// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QLabel>

#include <memory>

class QTextDocument;

/// A label for text from a server or a person. A word that is wider than the label is broken, while QLabel would make its
/// window as wide as the word. All other text looks as in a QLabel that wraps. Plain text unless it is told otherwise. Links
/// open in the browser.
class WrappingLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappingLabel(QWidget *parent = nullptr);
    explicit WrappingLabel(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    /// What the height at one width depends on.
    struct Content
    {
        QString text;
        QFont font;
        QMargins margins;
        Qt::TextFormat format = Qt::AutoText;

        bool operator==(const Content &) const = default;
    };

    bool fits(int width) const;
    int measuredHeight(int width) const;
    std::unique_ptr<QTextDocument> laidOut(int width) const;
    QPoint textCorner(const QTextDocument &document) const;
    QString linkAt(const QPoint &position) const;

    QString m_pressedLink;
    mutable Content m_measured;
    mutable QHash<int, int> m_heights; ///< Of the measured content, by width.
};
