// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/sidebar/sidebarframe.h"

#include "gui/look/measures.h"
#include "gui/sidebar/sidebar.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QStyle>

namespace {

constexpr int widthForWhole = 720;
constexpr int widthForRail = 520;

} // namespace

SidebarFrame::SidebarFrame(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sidebarFrame"));
}

void SidebarFrame::setWidgets(Sidebar *sidebar, QWidget *content)
{
    m_sidebar = sidebar;
    m_content = content;
    m_sidebar->setParent(this);
    m_content->setParent(this);
    m_content->installEventFilter(this);
    connect(m_sidebar, &Sidebar::pageRequested, this, &SidebarFrame::close);
    arrange();
}

SidebarFrame::Mode SidebarFrame::usualMode() const
{
    if (width() < look::zoomed(widthForRail))
        return Mode::Hidden;
    return width() < look::zoomed(widthForWhole) || m_prefersRail ? Mode::Rail : Mode::Whole;
}

void SidebarFrame::toggle()
{
    if (m_mode == Mode::Over)
        return close();
    if (width() >= look::zoomed(widthForWhole)) {
        m_prefersRail = !m_prefersRail;
        return setMode(usualMode());
    }
    setMode(Mode::Over);
    m_sidebar->focusCurrent();
}

void SidebarFrame::close()
{
    if (m_mode == Mode::Over)
        setMode(usualMode());
}

void SidebarFrame::setMode(Mode mode)
{
    const bool isOther = std::exchange(m_mode, mode) != mode;
    if (isOther && mode == Mode::Hidden && m_sidebar->isAncestorOf(QApplication::focusWidget()))
        m_content->setFocus();
    arrange();
    qApp->removeEventFilter(this);
    if (mode == Mode::Over)
        qApp->installEventFilter(this);
    if (isOther)
        Q_EMIT modeChanged(mode);
}

void SidebarFrame::arrange()
{
    if (!m_sidebar)
        return;
    const Mode usual = usualMode();
    m_sidebar->setProperty("overlay", m_mode == Mode::Over);
    m_sidebar->setCompact(m_mode == Mode::Rail);
    m_sidebar->setVisible(m_mode != Mode::Hidden);
    const int sidebarWidth = m_sidebar->wantedWidth();
    const int taken = m_mode == Mode::Hidden ? 0 : m_mode != Mode::Over ? sidebarWidth : usual == Mode::Hidden ? 0 : Sidebar::railWidth();
    const auto placed = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    m_sidebar->setGeometry(placed(QRect(0, 0, sidebarWidth, height())));
    m_content->setGeometry(placed(QRect(taken, 0, width() - taken, height())));
    m_sidebar->raise();
}

QSize SidebarFrame::sizeHint() const
{
    return {look::zoomed(1120), look::zoomed(760)};
}

/// The content alone decides: in a window that narrow the sidebar is hidden.
QSize SidebarFrame::minimumSizeHint() const
{
    return m_content ? m_content->minimumSizeHint() : QSize();
}

void SidebarFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_sidebar)
        setMode(usualMode());
}

void SidebarFrame::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (m_sidebar && (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange))
        setMode(usualMode());
}

bool SidebarFrame::isOfContent(const QObject *watched) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && (widget == m_content || m_content->isAncestorOf(widget));
}

/// A press on the content closes it, and so does the focus that goes there. What lies over both belongs to neither: the account
/// popover opens from the sidebar.
bool SidebarFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    if (m_mode == Mode::Over && isOfContent(watched)) {
        const bool isPressed = event->type() == QEvent::MouseButtonPress;
        const bool isLeft = event->type() == QEvent::FocusIn
            && static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason; // The press comes next.
        if (isPressed || isLeft)
            close();
        if (isPressed)
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SidebarFrame::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_mode != Mode::Over)
        return QWidget::keyPressEvent(event);
    close();
    m_content->setFocus();
}

#include "moc_sidebarframe.cpp"
