// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/parts/card.h"

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

/// A card with a heading, facts with their names, and buttons below.
class FactCard : public Card
{
    Q_OBJECT

public:
    explicit FactCard(const QString &heading, QWidget *parent = nullptr);

    /// The value, which is selectable text. Its row is hidden while it is empty.
    QLabel *addFact(const QString &name, const char *objectName);

    /// A line below the facts.
    QLabel *addText(const char *objectName);

    QPushButton *addButton(const QString &text, const char *objectName);

    /// What may be added between the facts and the buttons.
    QVBoxLayout *middle() const { return m_middle; }

    /// Sets the text of a value of addFact().
    void setFact(QLabel *value, const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void useZoom();

    QLabel *m_heading;
    QGridLayout *m_facts;
    QVBoxLayout *m_middle;
    QHBoxLayout *m_buttons = nullptr; ///< Until the first.
};
