// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/sheet.h"

#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/overlays/dimmer.h"
#include "gui/overlays/shadow.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int panelWidth = 440; ///< At 100 %.

} // namespace

Sheet::Sheet(QWidget *window)
    : QWidget(window), m_panel(new QScrollArea(this)), m_content(new QWidget), m_title(new WrappingLabel), m_body(new QVBoxLayout)
{
    setProperty("overlay", true);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_title->setObjectName(QStringLiteral("sheetTitle"));
    useText(m_title, look::Text::Title);
    auto *layout = new QVBoxLayout(m_content);
    layout->addWidget(m_title);
    layout->addLayout(m_body);
    m_panel->setFrameShape(QFrame::NoFrame);
    m_panel->setBackgroundRole(QPalette::Base); // As this paints it: the scroll bar has the same.
    m_panel->setWidgetResizable(true);
    m_panel->setFocusPolicy(Qt::NoFocus);
    m_panel->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_panel->viewport()->setAutoFillBackground(false);
    m_panel->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    m_content->installEventFilter(this);
    window->installEventFilter(this);
}

void Sheet::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QString Sheet::title() const
{
    return m_title->text();
}

void Sheet::open()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
    placePanel(); // Only what is shown has its style, and so its height.
    m_focus.take(*this);
}

void Sheet::dismiss()
{
    if (isHidden())
        return;
    m_focus.giveBack(*this);
    hide();
    Q_EMIT dismissed();
}

void Sheet::placePanel()
{
    const int space = look::zoomed(look::space5);
    const int corner = look::zoomed(look::dialogRadius); // Left free by the panel: a scroll bar would cover it.
    m_content->layout()->setContentsMargins(space - 1, space - corner, space - 1, space - corner);
    m_content->layout()->setSpacing(look::zoomed(look::space3));
    m_body->setSpacing(look::zoomed(look::space3));
    const int width = std::min(look::zoomed(panelWidth), this->width() - 2 * look::space4);
    const int needed = m_content->layout()->totalHeightForWidth(width - 2) + 2 * corner;
    const int height = std::min(needed, this->height() - 2 * look::space4);
    m_surface = QRect((this->width() - width) / 2, std::max(look::space4, (this->height() - height) * 2 / 5), width, height);
    // With a scroll bar, texts may need more lines, and so go on needing it.
    m_panel->setVerticalScrollBarPolicy(height < needed ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_panel->setGeometry(m_surface.adjusted(1, corner, -1, -corner));
    update();
}

void Sheet::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePanel();
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    if (watched == m_content && event->type() == QEvent::LayoutRequest && isVisible())
        placePanel();
    return QWidget::eventFilter(watched, event);
}

/// True if a button inside has these keys for its shortcut.
bool Sheet::hasShortcut(const QKeyEvent &event) const
{
    const QKeySequence pressed(event.keyCombination());
    const auto buttons = findChildren<QAbstractButton *>();
    return std::any_of(buttons.begin(), buttons.end(), [&pressed](const QAbstractButton *button) {
        return button->isVisible() && button->isEnabled() && button->shortcut() == pressed;
    });
}

/// The shortcuts of the window below are keys like any other meanwhile.
bool Sheet::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::event(event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (!key.matches(QKeySequence::Quit) && !hasShortcut(key))
        event->accept();
    return true;
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    event->accept(); // Nothing reaches the window below.
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    if (!m_surface.contains(event->pos()))
        dismiss();
}

/// Hiding asks this as well, and then wants the base's answer.
bool Sheet::focusNextPrevChild(bool next)
{
    if (!isVisible())
        return QWidget::focusNextPrevChild(next);
    if (QWidget *widget = OverlayFocus::next(*this, next)) {
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        m_panel->ensureWidgetVisible(widget);
    }
    return true;
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintDimmed(painter, rect());
    paintRaisedSurface(painter, m_surface);
}

#include "moc_sheet.cpp"
