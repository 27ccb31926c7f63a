// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QUrl>

#include <functional>

class GlyphButton;
class GlyphLabel;
class QBoxLayout;
class QLabel;
class QPushButton;

/// A sentence above the content, with a glyph, at most one button, and a cross if it can be dismissed. Hidden while it is
/// empty.
class InlineAlert : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Info, Success, Attention, Danger };

    explicit InlineAlert(QWidget *parent = nullptr);

    /// Shows a sentence without a button.
    void say(const QString &text, Tone tone = Tone::Info);

    /// Shows an error. The button opens `page`, where the person can resolve it, or if that is empty, tries again.
    void warn(const QString &text, const QUrl &page, const std::function<void()> &tryAgain);

    /// Adds a button with this text, or changes the one that is there. Only after say() or warn().
    void offer(const QString &buttonText, std::function<void()> action);

    /// Adds a button that opens a page in the browser. Only after say() or warn().
    void offerPage(const QUrl &page);

    /// Adds the cross. Without it, the alert stays until clear().
    void setDismissible(bool isDismissible);

    /// Removes text and button, and hides the alert.
    void clear();
    QString text() const;
    Tone tone() const { return m_tone; }

Q_SIGNALS:
    /// The person pressed the cross. The alert is empty.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addParts();
    void useZoom();
    void placeButton();

    GlyphLabel *m_glyph = nullptr; ///< This and the other parts: until the first say().
    QLabel *m_label = nullptr;
    QPushButton *m_button = nullptr;
    GlyphButton *m_cross = nullptr;
    QBoxLayout *m_content = nullptr; ///< Text and button: beside each other, or below if there is little room.
    bool m_isDismissible = false;
    Tone m_tone = Tone::Info;
    std::function<void()> m_action;
};
