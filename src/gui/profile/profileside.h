// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"
#include "github/viewer.h"
#include "gui/look/glyphs.h"

#include <QImage>
#include <QWidget>

class Avatar;
class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

/// The left column of a profile: picture, names, bio, followers, a button to the page on the web, and facts with glyphs.
/// What is not known is not there.
class ProfileSide : public QWidget
{
    Q_OBJECT

public:
    /// `server` is the name of where the profile is from.
    explicit ProfileSide(const QString &server, QWidget *parent = nullptr);

    void showViewer(const github::Viewer &viewer);

    /// Pixels in a row of the picture, as large as it can be at this zoom.
    int pictureSide() const;

    /// Null: initials.
    void showPicture(const QImage &picture);

    void showStatus(const QString &status);

    /// `all` lists the organizations that are left out.
    void showOrganizations(const github::Excerpt<github::NamedLink> &organizations, const QUrl &all);
    void showSocialAccounts(const github::Excerpt<github::NamedLink> &accounts);

    /// A column beside others with a large picture, or as wide as the page with a small one.
    void setColumn(bool isColumn);

Q_SIGNALS:
    /// The person wants to see their page on the web.
    void pageRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addText(const char *name, QBoxLayout &layout);
    void addHeader();
    void addCounts();
    QLabel *addFact(look::Glyph glyph, const char *name, const QString &what);
    static void showFact(QLabel *label, const QString &text);
    void showCounts(const github::Viewer &viewer);
    void arrange();

    bool m_isColumn = false;
    QVBoxLayout *m_layout;
    QBoxLayout *m_header;
    Avatar *m_avatar;
    QLabel *m_nameLabel;
    QLabel *m_loginLabel;
    QLabel *m_statusLabel;
    QLabel *m_bioLabel;
    QWidget *m_counts;
    QLabel *m_countsLabel;
    QPushButton *m_pageButton;
    QLabel *m_companyLabel;
    QLabel *m_locationLabel;
    QLabel *m_emailLabel;
    QLabel *m_websiteLabel;
    QLabel *m_socialLabel;
    QLabel *m_organizationsLabel;
    QLabel *m_repositoriesLabel;
    QLabel *m_joinedLabel;
};
