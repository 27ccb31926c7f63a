// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/repositories/repositorycontrols.h"

#include "gui/controls/accessiblename.h"
#include "gui/controls/labels.h"
#include "gui/look/measures.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace {

using Kind = RepositoryChoice::Kind;
using Order = RepositoryChoice::Order;

/// The names in the file of what is remembered. New ones go to the end.
const QStringList kindNames{QStringLiteral("all"), QStringLiteral("own"), QStringLiteral("member"), QStringLiteral("private"),
                            QStringLiteral("sources"), QStringLiteral("forks"), QStringLiteral("archived")};
const QStringList orderNames{QStringLiteral("listed"), QStringLiteral("pushed"), QStringLiteral("name"), QStringLiteral("stars")};

void select(QComboBox &box, const QVariant &data)
{
    const int index = box.findData(data);
    if (index >= 0)
        box.setCurrentIndex(index);
}

} // namespace

RepositoryControls::RepositoryControls(const QString &name, github::RepositoryList list, QWidget *parent)
    : QWidget(parent), m_name(name), m_layout(new QGridLayout(this)), m_search(new QLineEdit(this))
{
    const bool isStarred = list == github::RepositoryList::Starred;
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(look::zoomed(look::space2));
    m_search->setObjectName(name + QStringLiteral("Search"));
    m_search->setAccessibleName(isStarred ? tr("Search starred repositories") : tr("Search repositories"));
    m_search->setPlaceholderText(tr("Search by name, description or language"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_kind = addChooser("Kind", tr("Type"));
    m_language = addChooser("Language", tr("Language"));
    m_order = addChooser("Order", tr("Order"));
    addKinds(isStarred);
    addOrders(isStarred);
    setLanguages({});
    arrange();
    connect(m_search, &QLineEdit::textChanged, this, &RepositoryControls::changed);
    for (QComboBox *box : {m_kind, m_language, m_order})
        connect(box, &QComboBox::currentIndexChanged, this, &RepositoryControls::changed);
}

QComboBox *RepositoryControls::addChooser(const char *suffix, const QString &accessibleName)
{
    auto *box = new QComboBox(this);
    // Names of languages come from the server.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(5);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setObjectName(m_name + QLatin1String(suffix));
    setChoiceName(*box, accessibleName);
    connect(box, &QComboBox::currentTextChanged, box, [box](const QString &text) { box->setToolTip(tooltip(text)); });
    return box;
}

/// That of the narrow arrangement, else it would never be used.
QSize RepositoryControls::minimumSizeHint() const
{
    return {std::min(look::zoomed(200), QWidget::minimumSizeHint().width()), QWidget::minimumSizeHint().height()};
}

void RepositoryControls::addKinds(bool isStarred)
{
    m_kind->addItem(tr("All types"), int(Kind::All));
    if (!isStarred) {
        m_kind->addItem(tr("Yours"), int(Kind::Own));
        m_kind->addItem(tr("Member"), int(Kind::Member));
    }
    m_kind->addItem(tr("Private"), int(Kind::Private));
    m_kind->addItem(tr("Sources"), int(Kind::Sources));
    m_kind->addItem(tr("Forks"), int(Kind::Forks));
    m_kind->addItem(tr("Archived"), int(Kind::Archived));
}

void RepositoryControls::addOrders(bool isStarred)
{
    if (isStarred)
        m_order->addItem(tr("Recently starred"), int(Order::Listed));
    m_order->addItem(tr("Last pushed"), int(Order::Push));
    m_order->addItem(tr("Name"), int(Order::Name));
    m_order->addItem(tr("Most stars"), int(Order::Stars));
}

RepositoryChoice RepositoryControls::choice() const
{
    return {Kind(m_kind->currentData().toInt()), m_language->currentData().toString(), Order(m_order->currentData().toInt()),
            m_search->text()};
}

void RepositoryControls::clearFilters()
{
    {
        const QSignalBlocker blocker(this);
        m_search->clear();
        m_kind->setCurrentIndex(0);
        m_language->setCurrentIndex(0);
    }
    Q_EMIT changed();
}

void RepositoryControls::setLanguages(const QStringList &languages)
{
    const QString chosen = m_language->currentData().toString();
    QStringList all = languages;
    if (!chosen.isEmpty() && !all.contains(chosen))
        all.append(chosen);
    const QSignalBlocker blocker(m_language);
    m_language->clear();
    m_language->addItem(tr("All languages"), QString());
    for (const QString &language : std::as_const(all))
        m_language->addItem(language, language);
    select(*m_language, chosen);
    m_language->setToolTip(tooltip(m_language->currentText()));
}

QJsonObject RepositoryControls::toJson() const
{
    return {{QStringLiteral("type"), kindNames.value(m_kind->currentData().toInt())},
            {QStringLiteral("language"), m_language->currentData().toString()},
            {QStringLiteral("order"), orderNames.value(m_order->currentData().toInt())}};
}

void RepositoryControls::restore(const QJsonObject &values)
{
    const QSignalBlocker blocker(this);
    select(*m_kind, int(kindNames.indexOf(values[u"type"].toString())));
    select(*m_order, int(orderNames.indexOf(values[u"order"].toString())));
    const QString language = values[u"language"].toString();
    if (!language.isEmpty() && m_language->findData(language) < 0)
        m_language->addItem(language, language);
    select(*m_language, language);
}

/// The search beside the choosers, above them, or all below each other.
void RepositoryControls::arrange()
{
    constexpr int choosers = 3;
    const int columns = m_lines == 1 ? choosers + 1 : m_lines == 2 ? choosers : 1;
    m_layout->addWidget(m_search, 0, 0, 1, m_lines == 1 ? 1 : columns);
    int place = m_lines == 1 ? 1 : columns; // Counted from the first line on.
    for (QComboBox *box : {m_kind, m_language, m_order}) {
        m_layout->addWidget(box, place / columns, place % columns);
        ++place;
    }
    for (int i = 0; i <= choosers; ++i)
        m_layout->setColumnStretch(i, i >= columns ? 0 : m_lines > 1 ? 1 : i == 0 ? 5 : 2);
    setTabOrder(m_search, m_kind);
    setTabOrder(m_kind, m_language);
    setTabOrder(m_language, m_order);
}

void RepositoryControls::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int lines = width() >= look::zoomed(600) ? 1 : width() >= look::zoomed(420) ? 2 : 4;
    if (std::exchange(m_lines, lines) != lines)
        arrange();
}

/// In the search field: Down and Enter go to the list; Esc clears, and if there is nothing to clear, goes to the list too.
bool RepositoryControls::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isOurs = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape;
        if (isOurs && event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        if (isOurs) {
            if (key == Qt::Key_Escape && !m_search->text().isEmpty())
                m_search->clear();
            else
                Q_EMIT listRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

#include "moc_repositorycontrols.cpp"
