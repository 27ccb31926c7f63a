// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/settingspage.h"

#include "gui/controls/accessiblename.h"
#include "gui/controls/labels.h"
#include "gui/controls/pagewheel.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/parts/card.h"

#include <QBoxLayout>
#include <QLabel>
#include <QResizeEvent>

namespace {

bool isNarrow(int width)
{
    return width < look::zoomed(360);
}

/// Words and a control, beside each other or one below the other.
class Row : public QWidget
{
public:
    Row(QWidget *words, QWidget *control) : m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    {
        m_layout->setContentsMargins({});
        m_layout->setSpacing(look::zoomed(look::space2));
        m_layout->addWidget(words, 1);
        m_layout->addWidget(control, 0, Qt::AlignVCenter);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        const bool isBelow = isNarrow(event->size().width());
        m_layout->setDirection(isBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        m_layout->setAlignment(m_layout->itemAt(1)->widget(), isBelow ? Qt::AlignLeading : Qt::AlignVCenter);
    }

private:
    QBoxLayout *m_layout;
};

constexpr int widestPage = 640;

} // namespace

QLabel *settingName(const QString &text)
{
    auto *label = new WrappingLabel(text);
    return label;
}

QLabel *settingLine(const QString &text)
{
    auto *label = new WrappingLabel(text);
    useCaption(label);
    return label;
}

SettingsPage::SettingsPage(const QString &title, QWidget *parent) : QScrollArea(parent), m_cards(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // Its controls have the focus, and scroll it.
    setAccessibleName(title);
    auto *content = new QWidget;
    auto *middle = new QHBoxLayout(content);
    auto *column = new QWidget;
    column->setMaximumWidth(look::zoomed(widestPage));
    middle->setContentsMargins({});
    middle->addWidget(column);
    m_column = new QVBoxLayout(column);
    m_column->setSpacing(look::zoomed(look::space4));
    auto *heading = new WrappingLabel(title);
    useText(heading, look::Text::Title);
    m_column->addWidget(heading);
    m_cards->setSpacing(look::zoomed(look::space4));
    m_column->addLayout(m_cards);
    m_column->addStretch(1);
    setWidget(content);
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    const int space = look::zoomed(look::space4);
    const int side = isNarrow(event->size().width()) ? look::zoomed(look::space2) : space;
    m_column->setContentsMargins(side, space, side, space);
    QScrollArea::resizeEvent(event);
}

Card *SettingsPage::addCard()
{
    auto *card = new Card;
    card->body()->setSpacing(look::zoomed(look::space4));
    m_cards->addWidget(card);
    return card;
}

void SettingsPage::addRow(Card *card, const QString &name, const QString &line, QWidget *control)
{
    auto *words = new QWidget;
    auto *layout = new QVBoxLayout(words);
    layout->setContentsMargins({});
    layout->setSpacing(look::zoomed(2));
    layout->addWidget(settingName(name));
    if (!line.isEmpty())
        layout->addWidget(settingLine(line));
    card->body()->addWidget(makeRow(words, control));
}

QWidget *SettingsPage::makeRow(QWidget *words, QWidget *control)
{
    return new Row(words, control);
}

ChoiceBox::ChoiceBox(const QString &objectName, const QString &accessibleName)
{
    setObjectName(objectName);
    setChoiceName(*this, accessibleName);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    leaveWheelToPage(*this);
}

void ChoiceBox::showData(const QVariant &data, const QString &otherwise)
{
    if (findData(data) < 0)
        addItem(otherwise, data);
    setCurrentIndex(findData(data)); // activated() is for what a person selects.
}

#include "moc_settingspage.cpp"
