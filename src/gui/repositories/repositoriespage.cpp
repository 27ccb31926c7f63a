// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/repositories/repositoriespage.h"

#include "browser/openpage.h"
#include "gui/parts/labels.h"
#include "gui/parts/inlinealert.h"
#include "gui/parts/painttext.h"
#include "gui/parts/words.h"
#include "gui/parts/wrappinglabel.h"
#include "gui/repositories/repositorydelegate.h"
#include "session/account.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QResizeEvent>
#include <QSet>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace {

/// The entry of the chooser that is not one of RepositoryFilter's kinds.
constexpr int starred = 100;

constexpr int narrowWidth = 600;

QComboBox *chooser(QWidget *parent, const char *objectName, const QString &accessibleName)
{
    auto *box = new QComboBox(parent);
    // Names of languages come from the server.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(accessibleName);
    return box;
}

} // namespace

RepositoriesPage::RepositoriesPage(Account &account, QWidget *parent)
    : Page(parent), m_provider(account.provider()),
      m_own(account.resources(), account.provider().apiBaseUrl, github::RepositoryList::OwnAndMember),
      m_starred(account.resources(), account.provider().apiBaseUrl, github::RepositoryList::Starred),
      m_ownFilter(m_own, account.identity().login), m_starredFilter(m_starred, account.identity().login),
      m_afterLimit(SessionOptions{.clock = [&account] { return account.now(); }})
{
    setObjectName(QStringLiteral("repositoriesPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_errorBar = new InlineAlert(this);
    m_errorBar->setObjectName(QStringLiteral("repositoryErrorBar"));
    layout->addWidget(m_errorBar);
    addControls();
    addList();
    for (RepositoryModel *model : {&m_own, &m_starred}) {
        connect(model, &RepositoryModel::modelReset, this, &RepositoriesPage::showLanguages);
        connect(&model->pages(), &PagedListState::loadingChanged, this, &RepositoriesPage::showCount);
        connect(&model->pages(), &PagedListState::loadingChanged, this, &RepositoriesPage::showError);
        connect(&model->pages(), &PagedListState::loadingChanged, this, [this, model] {
            if (model->pages().error())
                m_afterLimit.waitOutLimit(*model->pages().error()); // As the sentence about it promises.
        });
    }
    connect(&m_afterLimit, &RetryTimer::due, this, &RepositoriesPage::askForFailed);
    connect(&account, &Account::awoke, &m_afterLimit, &RetryTimer::wake);
    connect(&account, &Account::identityChanged, this, [this, &account] {
        m_ownFilter.setLogin(account.identity().login);
        m_starredFilter.setLogin(account.identity().login);
    });
    chooseKind();
}

void RepositoriesPage::addControls()
{
    m_controls = new QGridLayout;
    m_controls->setContentsMargins(18, 14, 18, 10);
    m_controls->setSpacing(8);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("repositorySearch"));
    m_search->setAccessibleName(tr("Search repositories"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_kind = chooser(this, "repositoryKind", tr("Which repositories"));
    using Kind = RepositoryFilter::Kind;
    for (const auto &[text, kind] : {std::pair(tr("All"), Kind::All), {tr("Own"), Kind::Own}, {tr("Member"), Kind::Member},
                                     {tr("Private"), Kind::Private}, {tr("Forks"), Kind::Forks},
                                     {tr("Archived"), Kind::Archived}})
        m_kind->addItem(text, int(kind));
    m_kind->addItem(tr("Starred"), starred);
    m_language = chooser(this, "repositoryLanguage", tr("Language"));
    m_order = chooser(this, "repositoryOrder", tr("Order"));
    m_order->addItems({tr("Last pushed"), tr("Name"), tr("Stars")}); // In the order of RepositoryFilter::Order.
    static_cast<QVBoxLayout *>(layout())->addLayout(m_controls);
    placeControls();

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setText(text);
        showCount();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RepositoriesPage::chooseKind);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        m_shown->setLanguage(m_language->currentData().toString());
        showCount();
    });
    connect(m_order, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_shown->setOrder(RepositoryFilter::Order(index)); });
}

/// In one row, or in two if the page is narrow.
void RepositoriesPage::placeControls()
{
    const bool isNarrow = width() < narrowWidth;
    const int columns = 3;
    m_controls->addWidget(m_search, 0, 0, 1, isNarrow ? columns : 1);
    int column = isNarrow ? 0 : 1;
    for (QComboBox *box : {m_kind, m_language, m_order})
        m_controls->addWidget(box, isNarrow ? 1 : 0, column++);
    for (int i = 0; i <= columns; ++i)
        m_controls->setColumnStretch(i, isNarrow ? (i < columns ? 1 : 0) : (i == 0 ? 4 : 1));
}

void RepositoriesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if ((event->oldSize().width() < narrowWidth) != (width() < narrowWidth))
        placeControls();
}

void RepositoriesPage::addList()
{
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("repositoryList"));
    m_list->setAccessibleName(tr("Repositories"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumHeight(smallestListHeight);
    m_list->setItemDelegate(new RepositoryDelegate(this));
    // Asking ten thousand rows for their height makes typing in the search field slow.
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_countLabel = new WrappingLabel(this);
    m_countLabel->setObjectName(QStringLiteral("repositoryCountLabel"));
    m_countLabel->setContentsMargins(18, 6, 18, 6);
    useSecondaryText(m_countLabel);
    layout()->addWidget(m_list);
    layout()->addWidget(m_countLabel);
    connect(m_list, &QListView::activated, this, &RepositoriesPage::openCurrent);
    connect(m_list, &QListView::customContextMenuRequested, this, &RepositoriesPage::showMenu);
}

void RepositoriesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_wasShown, true))
        return;
    m_own.pages().readCached();
    m_starred.pages().readCached();
    refresh();
}

void RepositoriesPage::refresh()
{
    if (!m_wasShown)
        return;
    m_own.pages().refresh();
    m_starred.pages().refresh();
}

void RepositoriesPage::askForFailed()
{
    m_own.pages().askForFailed();
    m_starred.pages().askForFailed();
}

/// The list that is shown comes first. The other one is named.
void RepositoriesPage::showError()
{
    const PagedListState &shown = shownModel().pages();
    const PagedListState &other = &shown == &m_own.pages() ? m_starred.pages() : m_own.pages();
    const PagedListState &failed = shown.error() ? shown : other;
    if (!failed.error())
        return m_errorBar->clear();
    const QString named = &failed == &shown             ? QStringLiteral("%1")
                          : &failed == &m_own.pages() ? tr("Your repositories: %1")
                                                      : tr("Starred repositories: %1");
    m_errorBar->warn(named.arg(errorText(failed)), failed.error()->page, [this] { askForFailed(); });
}

QString RepositoriesPage::errorText(const PagedListState &pages) const
{
    const QString reason = words::resourceError(*pages.error(), m_provider);
    if (pages.failedPages().isEmpty())
        return reason;
    const bool isMissing = !pages.missingPages().isEmpty();
    const QList<int> &failed = isMissing ? pages.missingPages() : pages.failedPages();
    const QString happened = isMissing           ? tr("%1 could not be loaded. %2")
                             : failed.size() == 1 ? tr("%1 is from an earlier visit. %2")
                                                  : tr("%1 are from an earlier visit. %2");
    return happened.arg(words::pagesOf(failed, pages.pageCount()), reason);
}

void RepositoriesPage::chooseKind()
{
    const int kind = m_kind->currentData().toInt();
    m_shown = kind == starred ? &m_starredFilter : &m_ownFilter;
    m_shown->setKind(kind == starred ? RepositoryFilter::Kind::All : RepositoryFilter::Kind(kind));
    m_shown->setText(m_search->text());
    m_shown->setOrder(RepositoryFilter::Order(m_order->currentIndex()));
    if (m_list->model() != m_shown)
        m_list->setModel(m_shown);
    showLanguages();
    showError();
}

const RepositoryModel &RepositoriesPage::shownModel() const
{
    return m_shown == &m_starredFilter ? m_starred : m_own;
}

void RepositoriesPage::showLanguages()
{
    QSet<QString> found;
    const RepositoryModel &model = shownModel();
    for (int row = 0; row < model.rowCount(); ++row)
        found.insert(model.at(row).language);
    found.remove(QString());
    QStringList languages(found.begin(), found.end());
    languages.sort(Qt::CaseInsensitive);
    const QString chosen = m_language->currentData().toString();
    const QSignalBlocker blocker(m_language);
    m_language->clear();
    m_language->addItem(tr("Any language"), QString());
    for (const QString &language : languages)
        m_language->addItem(language, language);
    m_language->setCurrentIndex(std::max(0, m_language->findData(chosen)));
    m_shown->setLanguage(m_language->currentData().toString());
    showCount();
}

void RepositoriesPage::showCount()
{
    const RepositoryModel &model = shownModel();
    const QString shown = QLocale().toString(m_shown->rowCount());
    const PagedListState &pages = model.pages();
    QStringList texts{tr("%1 of %2 repositories").arg(shown, QLocale().toString(model.rowCount()))};
    if (model.rowCount() == 0)
        texts = {pages.isLoading()   ? tr("Loading repositories…")
                     : pages.error() ? tr("Nothing has been received yet.")
                                     : tr("There are no repositories here yet.")};
    else if (m_shown->rowCount() == 0)
        texts = {tr("No repository fits. Search for less, or choose another filter.")};
    if (!pages.missingPages().isEmpty())
        texts.append(tr("Some are missing."));
    if (pages.isCutOff() && !pages.isLoading())
        texts.append(tr("Only the first %1 pages are loaded.").arg(QLocale().toString(pages.pageCount())));
    if (pages.unreadableCount() == 1)
        texts.append(tr("One repository is unreadable."));
    else if (pages.unreadableCount() > 1)
        texts.append(tr("%1 repositories are unreadable.").arg(QLocale().toString(pages.unreadableCount())));
    m_countLabel->setText(texts.join(QStringLiteral("  ·  ")));
}

bool RepositoriesPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    return true;
}

void RepositoriesPage::openCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        openPage(m_shown->at(current).page, this);
}

void RepositoriesPage::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const github::Repository repository = m_shown->at(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Open in the browser"), this,
                    [this, page = repository.page] { openPage(page, this); });
    for (const auto &[text, address] : {std::pair(tr("Copy clone address (&HTTPS)"), repository.httpsCloneUrl),
                                        {tr("Copy clone address (&SSH)"), repository.sshCloneUrl}})
        menu->addAction(text, this, [copied = address] { QGuiApplication::clipboard()->setText(copied); })
            ->setEnabled(!address.isEmpty());
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

#include "moc_repositoriespage.cpp"
