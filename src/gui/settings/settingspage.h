// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "preferences/preferences.h"

#include <QComboBox>
#include <QScrollArea>

#include <functional>

class Card;
class QLabel;
class QVBoxLayout;

/// A page of the settings: cards with rows, each with a name, a line about it, and a control.
class SettingsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit SettingsPage(const QString &title, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

    /// A card below the others.
    Card *addCard();

    /// A row of a card. The control is beside the words if there is room, else below.
    void addRow(Card *card, const QString &name, const QString &line, QWidget *control);
    static QWidget *makeRow(QWidget *words, QWidget *control);

private:
    QVBoxLayout *m_column;
    QVBoxLayout *m_cards;
};

/// Words that say what a control is for.
QLabel *settingName(const QString &text);
QLabel *settingLine(const QString &text);

/// A combo box for one of the choices. `change` gets what a person selects.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    ChoiceBox(const QString &objectName, const QString &accessibleName);

    /// Shows the entry with this data, without telling anybody. Adds one if there is none.
    void showData(const QVariant &data, const QString &otherwise = {});
};
