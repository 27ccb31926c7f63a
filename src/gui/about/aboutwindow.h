// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class Card;
class QLabel;
class LinkButton;
class QVBoxLayout;

/// Which version this is, what it is made of, and what is new in it.
class AboutWindow : public QWidget
{
    Q_OBJECT

public:
    /// Asks the login view's program for the version of its engine. An empty program is none.
    explicit AboutWindow(const QString &loginViewProgram = {});

    void present();

    /// What “Copy version info” copies.
    QString versionInfo() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addHead();
    void addVersions(const QString &loginViewProgram);
    void addNotes();
    void addParts();
    Card *addCard(const QString &heading);
    void copy();

    QVBoxLayout *m_column;
    QLabel *m_engine = nullptr;
    LinkButton *m_copy = nullptr;
};
