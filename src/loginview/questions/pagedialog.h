// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

/// A dialog that a page has caused. Its title is the origin alone, and all that a page may write is plain, bounded text. On a
/// small screen the text and the fields scroll, and the buttons stay in sight.
class PageDialog : public QDialog
{
    Q_OBJECT

public:
    PageDialog(const QString &origin, QWidget *window);

    void addText(const QString &name, const QString &text);
    QLineEdit *addField(const QString &name, const QString &label);
    void add(QWidget *widget);

    /// `cancel` may be empty: then there is one button.
    void addButtons(const QString &accept, const QString &cancel);

    /// Shows the dialog and waits for the person. True if they accept.
    ///
    /// A nested event loop, the only one of Latchkey: Qt WebEngine asks in virtual functions and signals that take the answer
    /// when they return (QWebEnginePage::javaScriptConfirm(), authenticationRequired(); Qt 6.4 to 6.11). Nothing here is
    /// deleted meanwhile: the window and the page live until main() returns.
    bool ask();

private:
    void fitToScreen();

    QWidget *m_content;
    QScrollArea *m_area;
};
