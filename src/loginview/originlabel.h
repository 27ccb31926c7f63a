// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QUrl>

/// Says whose page is on the screen, and whether the connection to it is secure. A long host loses its beginning: its end
/// decides who owns it.
class OriginLabel : public QLabel
{
    Q_OBJECT

public:
    explicit OriginLabel(QWidget *parent);

    /// An empty URL shows nothing.
    void showPage(const QUrl &url);

    /// There is no page of this server, only one of the engine that says so.
    void showNoPage(const QUrl &url);

    /// Small: a toolbar must never push it out.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void show(const QString &sentence, const QString &origin);
    void fit();

    QString m_sentence; ///< With a place for the origin.
    QString m_origin;
};
