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

    /// The zoom has changed.
    void useZoom();

    /// Small: a toolbar must never push it out.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Safety { Secure, ThisComputer, NoPage };

    void show(Safety safety, const QString &origin);
    QString explanation() const;
    void fit();

    Safety m_safety = Safety::NoPage;
    QString m_origin;
};
