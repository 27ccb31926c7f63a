// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/about/aboutwindow.h"

#include "diagnosis/loginview.h"
#include "diagnosis/versions.h"
#include "gui/about/licensedparts.h"
#include "gui/about/releasenotes.h"
#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/look/measures.h"
#include "gui/parts/card.h"
#include "gui/parts/pagealert.h"
#include "gui/pictures/ownicon.h"
#include "gui/windows/firstsize.h"
#include "gui/windows/secondwindow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSysInfo>
#include <QTimer>
#include <QVBoxLayout>

namespace {

constexpr QSize usualSize(560, 640);
constexpr int widest = 640;
constexpr int iconSide = 64;
constexpr std::chrono::seconds timeToRead(2);

QLabel *paragraph(const QString &text)
{
    return new WrappingLabel(text);
}

QLabel *caption(const QString &text)
{
    QLabel *label = paragraph(text);
    useCaption(label);
    return label;
}

} // namespace

AboutWindow::AboutWindow(const QString &loginViewProgram) : m_column(new QVBoxLayout)
{
    setObjectName(QStringLiteral("AboutWindow"));
    setWindowTitle(tr("About Latchkey"));
    makeSecondWindow(*this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(new PageAlert(this));
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("About Latchkey"));
    auto *content = new QWidget;
    auto *middle = new QHBoxLayout(content);
    auto *column = new QWidget;
    column->setMaximumWidth(look::zoomed(widest));
    column->setLayout(m_column);
    middle->addWidget(column);
    middle->setContentsMargins({});
    const int side = look::zoomed(look::space4);
    m_column->setContentsMargins(side, side, side, side);
    m_column->setSpacing(look::zoomed(look::space4));
    addHead();
    addVersions(loginViewProgram);
    addNotes();
    addParts();
    m_column->addStretch(1);
    area->setWidget(content);
    layout->addWidget(area, 1);
    resize(look::zoomed(usualSize.width()), look::zoomed(usualSize.height()));
    fitToScreen(*this);
}

void AboutWindow::present()
{
    show();
    raise();
    activateWindow();
}

void AboutWindow::addHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(look::zoomed(look::space4));
    auto *picture = new QLabel;
    picture->setMinimumWidth(1); // Rather cut than in the way of words.
    picture->setPixmap(ownIcon().pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    row->addWidget(picture, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(look::zoomed(look::space1));
    auto *name = new WrappingLabel(tr("Latchkey %1").arg(QStringLiteral(LATCHKEY_VERSION)));
    name->setObjectName(QStringLiteral("versionLabel"));
    useText(name, look::Text::Title);
    words->addWidget(name);
    words->addWidget(paragraph(tr("Sign in to GitHub or any OAuth 2 server, and stay signed in.")));
    auto *links = new LinkLabel;
    links->setObjectName(QStringLiteral("linksLabel"));
    const QString home = QStringLiteral("https://github.com/latchkey/latchkey");
    links->setText(link(QUrl(home), tr("Website")) + QStringLiteral(" · ") + link(QUrl(home + QStringLiteral("/issues")), tr("Report a problem"))
                   + QStringLiteral(" · ") + link(QUrl(home + QStringLiteral("/blob/main/SECURITY.md")), tr("Security"))
                   + QStringLiteral(" · ") + link(QUrl(QStringLiteral("https://www.gnu.org/licenses/gpl-3.0.html")), tr("License")));
    words->addWidget(links);
    row->addLayout(words, 1);
    m_column->addLayout(row);
}

Card *AboutWindow::addCard(const QString &heading)
{
    QLabel *title = paragraph(heading);
    useText(title, look::Text::Section);
    m_column->addWidget(title);
    auto *card = new Card;
    m_column->addWidget(card);
    return card;
}

void AboutWindow::addVersions(const QString &loginViewProgram)
{
    Card *card = addCard(tr("Versions"));
    card->body()->addWidget(paragraph(diagnosis::versionsFinding(QGuiApplication::platformName()).sentence));
    m_engine = paragraph(loginViewProgram.isEmpty() ? tr("This build has no login view.") : tr("Asking the login view…"));
    m_engine->setObjectName(QStringLiteral("engineLabel"));
    card->body()->addWidget(m_engine);
    m_copy = new LinkButton(tr("Copy version info"));
    m_copy->setObjectName(QStringLiteral("copyVersionButton"));
    connect(m_copy, &QAbstractButton::clicked, this, &AboutWindow::copy);
    m_column->addWidget(m_copy, 0, Qt::AlignLeading);
    if (!loginViewProgram.isEmpty())
        diagnosis::askLoginView(loginViewProgram, this, [this](const diagnosis::LoginViewFindings &found) {
            m_engine->setText(tr("Login view: %1").arg(found.engine.sentence));
        });
}

void AboutWindow::addNotes()
{
    const QList<ReleaseNotes> all = releaseNotes();
    for (const ReleaseNotes &notes : all) {
        Card *card = addCard(tr("New in %1").arg(notes.version));
        for (const NotesSection &section : notes.sections) {
            auto *heading = paragraph(section.heading);
            useText(heading, look::Text::Strong);
            card->body()->addWidget(heading);
            for (const QString &point : section.points)
                card->body()->addWidget(paragraph(tr("•\u00a0\u00a0%1").arg(QString(point).remove(QLatin1Char('`')))));
        }
    }
}

void AboutWindow::addParts()
{
    Card *card = addCard(tr("Made of"));
    const QList<LicensedPart> parts = licensedParts();
    for (const LicensedPart &part : parts) {
        auto *name = new LinkLabel;
        name->setText(link(part.page, part.name));
        card->body()->addWidget(name);
        card->body()->addWidget(caption(tr("%1 · %2").arg(part.purpose, part.license)));
    }
}

QString AboutWindow::versionInfo() const
{
    return diagnosis::versionsFinding(QGuiApplication::platformName()).sentence + QLatin1Char('\n') + m_engine->text();
}

void AboutWindow::copy()
{
    QGuiApplication::clipboard()->setText(versionInfo());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(timeToRead, m_copy, [this] { m_copy->setText(tr("Copy version info")); });
}

void AboutWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close))
        close();
    else
        QWidget::keyPressEvent(event);
}

#include "moc_aboutwindow.cpp"
