// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/factcard.h"

#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace {

/// Shortens its text where there is no room, and shows the whole as its tooltip.
class ShrinkingButton : public QPushButton
{
public:
    explicit ShrinkingButton(const QString &text) : QPushButton(text) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

    QSize minimumSizeHint() const override
    {
        const QSize whole = sizeHint();
        return {std::min(whole.width(), look::zoomed(120)), whole.height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStyleOptionButton option;
        initStyleOption(&option);
        const int missing = sizeHint().width() - width();
        if (missing > 0)
            option.text = fontMetrics().elidedText(text(), Qt::ElideRight, fontMetrics().horizontalAdvance(text()) - missing);
        QStylePainter(this).drawControl(QStyle::CE_PushButton, option);
    }

    void resizeEvent(QResizeEvent *event) override
    {
        QPushButton::resizeEvent(event);
        setToolTip(width() < sizeHint().width() ? text() : QString());
    }
};

} // namespace

FactCard::FactCard(const QString &heading, QWidget *parent)
    : Card(parent), m_heading(new WrappingLabel(heading)), m_facts(new QGridLayout), m_middle(new QVBoxLayout)
{
    setAccessibleName(heading);
    body()->addWidget(m_heading);
    body()->addLayout(m_facts);
    body()->addLayout(m_middle);
    m_facts->setColumnStretch(1, 1);
    useZoom();
}

QLabel *FactCard::addFact(const QString &name, const char *objectName)
{
    auto *label = new WrappingLabel(name);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new WrappingLabel;
    value->setObjectName(QLatin1String(objectName));
    value->setAccessibleDescription(name);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const int row = m_facts->rowCount();
    m_facts->addWidget(label, row, 0, Qt::AlignTop);
    m_facts->addWidget(value, row, 1);
    return value;
}

void FactCard::setFact(QLabel *value, const QString &text)
{
    value->setText(text);
    showRow(*m_facts, value, !text.isEmpty());
}

QLabel *FactCard::addText(const char *objectName)
{
    auto *label = new WrappingLabel;
    label->setObjectName(QLatin1String(objectName));
    label->setForegroundRole(QPalette::PlaceholderText);
    m_middle->addWidget(label);
    return label;
}

QPushButton *FactCard::addButton(const QString &text, const char *objectName)
{
    if (!m_buttons) {
        m_buttons = new QHBoxLayout;
        m_buttons->addStretch();
        body()->addLayout(m_buttons);
    }
    auto *button = new ShrinkingButton(text);
    button->setAutoDefault(true); // Enter presses it.
    button->setObjectName(QLatin1String(objectName));
    button->setAccessibleName(text);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void FactCard::useZoom()
{
    m_heading->setFont(look::font(look::Text::Section));
    m_facts->setHorizontalSpacing(look::zoomed(look::space4));
    m_facts->setVerticalSpacing(look::zoomed(look::space2));
    m_middle->setSpacing(look::zoomed(look::space2));
}

void FactCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        useZoom();
}

/// Values of several facts begin at the same place, where there is room.
void FactCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    constexpr int narrow = 320;
    m_facts->setColumnMinimumWidth(0, width() < look::zoomed(narrow) ? 0 : look::zoomed(96));
}

#include "moc_factcard.cpp"
