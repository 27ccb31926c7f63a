// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ten thousand repositories: a key in the search field until the list is painted, beside a bare QListView with the same
// rows; how long the first look takes; the memory they need; and the main window's start with and without them.

#include "gui/signedin.h"

#include "demo/api/sampleaccount.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/repositories/repositoriespage.h"
#include "session/storage/accountregistry.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <malloc.h>
#include <unistd.h>

namespace {

constexpr int repositories = 10000;
constexpr int pageSize = 100;
const QSize windowSize(900, 760);
const QStringList words{QStringLiteral("tide"), QStringLiteral("ninja"), QStringLiteral("7"), QStringLiteral("json 42"),
                        QStringLiteral("rust watch")};

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Resident memory in MiB, after free memory has been returned to the system.
double memory()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no /proc/self/statm");
    return file.readAll().split(' ').at(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// The sample repositories, repeated as full GitHub answers with different names.
QByteArray pageOf(const QJsonArray &samples, int page)
{
    QJsonArray entries;
    for (int i = (page - 1) * pageSize; i < page * pageSize; ++i) {
        QJsonObject entry = samples[i % samples.size()].toObject();
        entry.insert(QStringLiteral("name"), QStringLiteral("%1-%2").arg(entry[u"name"].toString()).arg(i));
        entries.append(entry);
    }
    return QJsonDocument(entries).toJson(QJsonDocument::Compact);
}

/// Fills the cache, as if the application had loaded all of them.
void fillCache(const SignedIn &world)
{
    const QJsonArray samples = demo::SampleAccount().repositories();
    if (samples.isEmpty())
        qFatal("no sample repositories");
    const ResourceCache cache(world.paths.cacheFolderOf(world.account().record().key()));
    for (int page = 1; page <= repositories / pageSize; ++page) {
        const auto request = github::repositories(world.server.apiBaseUrl(), github::RepositoryList::OwnAndMember, page);
        cache.store(request.request.url(), {pageOf(samples, page), {}, QDateTime::currentDateTimeUtc()});
    }
}

double start(const SignedIn &world)
{
    return milliseconds([&] {
        MainWindow window(world.account());
        window.show();
        window.repaint();
    });
}

/// A window that is not exposed yet would paint nothing.
void waitUntilPainted(QWidget &window)
{
    if (!QTest::qWaitForWindowExposed(&window))
        qFatal("the window is not shown");
}

/// Presses keys, and measures for each until the list is painted.
QList<double> typeWords(QLineEdit &field, QListView &list)
{
    QList<double> times;
    for (const QString &word : words) {
        for (const QChar letter : word) {
            times.append(milliseconds([&] {
                QTest::keyClick(&field, letter.toLatin1());
                list.doItemsLayout();
                list.viewport()->repaint();
            }));
        }
        field.clear();
    }
    return times;
}

QList<double> typeInBareList(const QStringList &rows)
{
    QWidget window;
    QLineEdit field(&window);
    QListView list(&window);
    list.setUniformItemSizes(true);
    list.setGeometry(0, 40, windowSize.width(), windowSize.height() - 40);
    QStringListModel model(rows);
    QSortFilterProxyModel filter;
    filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    filter.setSourceModel(&model);
    list.setModel(&filter);
    QObject::connect(&field, &QLineEdit::textChanged, &filter, &QSortFilterProxyModel::setFilterFixedString);
    window.resize(windowSize);
    window.show();
    waitUntilPainted(window);
    return typeWords(field, list);
}

void report(const char *name, double value, const char *unit, const char *limit)
{
    std::printf("%-46s%8.1f %-4s%s\n", name, value, unit, limit);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const SignedIn without;
    SignedIn world;
    world.server.misbehave(demo::Endpoint::Repositories, {.kind = demo::Fault::Kind::Hang, .times = -1});
    fillCache(world);
    QList<double> startsWithout;
    QList<double> startsWith;
    for (int i = 0; i < 25; ++i) {
        startsWithout.append(start(without));
        startsWith.append(start(world));
    }

    const double before = memory();
    RepositoriesPage page(world.account());
    page.resize(windowSize);
    const double firstLook = milliseconds([&] {
        page.show();
        page.repaint();
    });
    waitUntilPainted(page);
    auto &list = *page.findChild<QListView *>(QStringLiteral("repositoryList"));
    if (!QTest::qWaitFor([&] { return list.model()->rowCount() == repositories; }))
        qFatal("%d repositories instead of %d", list.model()->rowCount(), repositories);
    const double after = memory();
    QStringList rows;
    for (int row = 0; row < repositories; ++row)
        rows.append(list.model()->index(row, 0).data().toString());
    const double key = median(typeWords(*page.findChild<QLineEdit *>(QStringLiteral("repositorySearch")), list));
    const double bareKey = median(typeInBareList(rows));

    std::printf("10,000 repositories, medians\n");
    report("key to painted list", key, "ms", "at most 16");
    report("  the same with a bare QListView", bareKey, "ms", "");
    report("memory of the page", after - before, "MiB", "at most 40");
    report("first look until painted, from the cache", firstLook, "ms", "");
    report("start of the window without them", median(startsWithout), "ms", "");
    report("start of the window with them", median(startsWith), "ms", "");
    report("  ratio", median(startsWith) / median(startsWithout), "x", "at most 1.2");
    return 0;
}
