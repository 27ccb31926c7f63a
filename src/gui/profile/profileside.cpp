// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/profileside.h"

#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/look/measures.h"
#include "gui/parts/avatar.h"
#include "gui/words/numbers.h"

#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace {

constexpr int columnWidth = 232;
constexpr int largePicture = 160;
constexpr int smallPicture = 80;

QString linksOf(const github::Excerpt<github::NamedLink> &excerpt, const QUrl &all)
{
    QStringList links;
    for (const github::NamedLink &entry : excerpt.entries)
        links.append(link(entry.page, entry.name));
    if (excerpt.leftOut() > 0)
        links.append(link(all, ProfileSide::tr("and %1 more").arg(QLocale().toString(excerpt.leftOut()))));
    return links.join(QStringLiteral(", "));
}

QString strong(qint64 count)
{
    return QStringLiteral("<span style=\"font-weight:600\">%1</span>").arg(words::shortCount(count));
}

} // namespace

ProfileSide::ProfileSide(const QString &server, QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(look::zoomed(look::space2));
    addHeader();
    m_statusLabel = addText("statusLabel", *m_layout);
    useSecondaryText(m_statusLabel);
    m_bioLabel = addText("bioLabel", *m_layout);
    addCounts();
    m_pageButton = new QPushButton(escapedForButton(tr("Open on %1").arg(shortened(server))), this);
    m_pageButton->setAutoDefault(true); // Enter presses it.
    m_pageButton->setObjectName(QStringLiteral("openPageButton"));
    m_pageButton->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_pageButton, &QPushButton::clicked, this, &ProfileSide::pageRequested);
    m_layout->addSpacing(look::zoomed(look::space1));
    m_layout->addWidget(m_pageButton);
    m_layout->addSpacing(look::zoomed(look::space1));
    m_companyLabel = addFact(look::Glyph::Building, "companyValue", tr("Company"));
    m_locationLabel = addFact(look::Glyph::Place, "locationValue", tr("Location"));
    m_emailLabel = addFact(look::Glyph::Mail, "emailValue", tr("Email"));
    m_websiteLabel = addFact(look::Glyph::Link, "websiteValue", tr("Website"));
    m_socialLabel = addFact(look::Glyph::Globe, "socialLabel", tr("Elsewhere"));
    m_organizationsLabel = addFact(look::Glyph::People, "organizationsLabel", tr("Organizations"));
    m_repositoriesLabel = addFact(look::Glyph::Repository, "publicRepositoriesValue", tr("Public repositories"));
    m_joinedLabel = addFact(look::Glyph::Calendar, "memberSinceValue", tr("Joined"));
    arrange();
}

QLabel *ProfileSide::addText(const char *name, QBoxLayout &layout)
{
    auto *label = new WrappingLabel(this);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    layout.addWidget(label);
    return label;
}

void ProfileSide::addHeader()
{
    m_header = new QBoxLayout(QBoxLayout::TopToBottom);
    m_avatar = new Avatar(largePicture, this);
    m_avatar->setObjectName(QStringLiteral("avatar"));
    auto *names = new QVBoxLayout;
    names->setSpacing(look::zoomed(2));
    names->addStretch(1);
    m_nameLabel = addText("nameLabel", *names);
    useText(m_nameLabel, look::Text::Title);
    m_loginLabel = addText("loginLabel", *names);
    useSecondaryText(m_loginLabel);
    names->addStretch(1);
    m_header->addWidget(m_avatar);
    m_header->addLayout(names, 1);
    m_layout->addLayout(m_header);
}

void ProfileSide::addCounts()
{
    m_counts = new QWidget(this);
    auto *row = new QHBoxLayout(m_counts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::zoomed(look::space2));
    row->addWidget(new GlyphLabel(look::Glyph::People, look::glyphSide, m_counts), 0, Qt::AlignTop);
    m_countsLabel = new WrappingLabel(m_counts);
    m_countsLabel->setObjectName(QStringLiteral("followersLabel"));
    m_countsLabel->setTextFormat(Qt::RichText);
    row->addWidget(m_countsLabel, 1);
    m_counts->hide();
    m_layout->addWidget(m_counts);
}

/// `what` names the fact for screen readers; the glyph does so for others.
QLabel *ProfileSide::addFact(look::Glyph glyph, const char *name, const QString &what)
{
    auto *fact = new QWidget(this);
    auto *row = new QHBoxLayout(fact);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::zoomed(look::space2));
    auto *icon = new GlyphLabel(glyph, look::glyphSide, fact);
    icon->setToolTip(what);
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *value = new LinkLabel(fact);
    value->setObjectName(QLatin1String(name));
    value->setAccessibleDescription(what);
    row->addWidget(value, 1);
    fact->hide();
    m_layout->addWidget(fact);
    return value;
}

void ProfileSide::showFact(QLabel *label, const QString &text)
{
    label->setText(text);
    label->parentWidget()->setVisible(!text.isEmpty());
}

void ProfileSide::showViewer(const github::Viewer &viewer)
{
    const auto show = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    m_avatar->setName(viewer.displayName());
    show(m_nameLabel, viewer.displayName());
    show(m_loginLabel, viewer.displayName() == viewer.login ? QString() : viewer.login);
    show(m_bioLabel, viewer.bio);
    showCounts(viewer);
    m_pageButton->setVisible(!viewer.page.isEmpty());
    m_companyLabel->setTextFormat(Qt::PlainText);
    m_locationLabel->setTextFormat(Qt::PlainText);
    showFact(m_companyLabel, viewer.company);
    showFact(m_locationLabel, viewer.location);
    const QUrl mail(QStringLiteral("mailto:") + viewer.email);
    showFact(m_emailLabel, viewer.email.isEmpty() ? QString() : link(mail, viewer.email));
    showFact(m_websiteLabel, link(viewer.website));
    const QString joined = QLocale().toString(viewer.memberSince, QStringLiteral("MMMM yyyy"));
    showFact(m_joinedLabel, viewer.memberSince.isValid() ? tr("Joined %1").arg(joined) : QString());
    m_joinedLabel->setToolTip(tooltip(QLocale().toString(viewer.memberSince, QLocale::LongFormat)));
}

void ProfileSide::showCounts(const github::Viewer &viewer)
{
    QStringList counts;
    QStringList exact;
    if (viewer.followers)
        counts.append((*viewer.followers == 1 ? tr("%1 follower") : tr("%1 followers")).arg(strong(*viewer.followers)));
    if (viewer.following)
        counts.append(tr("%1 following").arg(strong(*viewer.following)));
    if (viewer.followers)
        exact.append(words::followers(*viewer.followers));
    if (viewer.following)
        exact.append(words::following(*viewer.following));
    const QString separator = QStringLiteral(" · ");
    m_countsLabel->setText(counts.join(separator));
    m_countsLabel->setAccessibleName(exact.join(separator));
    m_countsLabel->setToolTip(tooltip(exact.join(separator)));
    m_counts->setVisible(!counts.isEmpty());
    const auto repositories = viewer.publicRepositories;
    showFact(m_repositoriesLabel, !repositories ? QString()
                                  : *repositories == 1 ? tr("1 public repository")
                                                       : tr("%1 public repositories").arg(QLocale().toString(*repositories)));
}

int ProfileSide::pictureSide() const
{
    return int(std::ceil(look::zoomed(largePicture) * qApp->devicePixelRatio()));
}

void ProfileSide::showPicture(const QImage &picture)
{
    m_avatar->setPicture(picture);
}

void ProfileSide::showStatus(const QString &status)
{
    m_statusLabel->setText(status);
    m_statusLabel->setVisible(!status.isEmpty());
}

void ProfileSide::showOrganizations(const github::Excerpt<github::NamedLink> &organizations, const QUrl &all)
{
    showFact(m_organizationsLabel, linksOf(organizations, all));
}

void ProfileSide::showSocialAccounts(const github::Excerpt<github::NamedLink> &accounts)
{
    showFact(m_socialLabel, linksOf(accounts, {}));
}

void ProfileSide::setColumn(bool isColumn)
{
    m_isColumn = isColumn;
    arrange();
}

void ProfileSide::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

void ProfileSide::arrange()
{
    const int side = look::zoomed(m_isColumn ? largePicture : smallPicture);
    m_avatar->setFixedSize(side, side);
    m_header->setDirection(m_isColumn ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_header->setSpacing(look::zoomed(m_isColumn ? look::space3 : look::space4));
    // Beside its glyph or picture, whatever language it is in.
    const auto alignment = (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
    const auto labels = findChildren<QLabel *>();
    for (QLabel *label : labels)
        label->setAlignment(alignment);
    setMinimumWidth(m_isColumn ? look::zoomed(columnWidth) : 0);
    setMaximumWidth(m_isColumn ? look::zoomed(columnWidth) : QWIDGETSIZE_MAX);
}

#include "moc_profileside.cpp"
