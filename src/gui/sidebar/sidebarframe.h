// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class Sidebar;

/// Places the sidebar beside the content of a window: whole if the window is wide, as a rail of glyphs if it is narrower, and
/// hidden if it is narrow.
class SidebarFrame : public QWidget
{
    Q_OBJECT

public:
    enum class Mode {
        Whole,
        Rail,
        Hidden,
        Over, ///< Whole, and covers a part of the content, until a page is chosen.
    };
    Q_ENUM(Mode)

    explicit SidebarFrame(QWidget *parent = nullptr);

    /// Takes both over. To be called once.
    void setWidgets(Sidebar *sidebar, QWidget *content);

    Mode mode() const { return m_mode; }

    /// Turns a whole sidebar into a rail and back. In a narrower window it is shown over the content.
    void toggle();

    /// Ends Mode::Over.
    void close();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void modeChanged(Mode mode);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Mode usualMode() const;
    void setMode(Mode mode);
    void arrange();
    bool isOfContent(const QObject *watched) const;

    Sidebar *m_sidebar = nullptr;
    QWidget *m_content = nullptr;
    Mode m_mode = Mode::Whole;
    bool m_prefersRail = false;
};
