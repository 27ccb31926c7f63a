// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/resourcecache.h"

#include "support/test.h"

#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtEndian>

#include <sys/stat.h>

namespace tst_resourcecache {

const QUrl url(QStringLiteral("https://api.example.org/user?a=%2F"));

CachedAnswer answer()
{
    return {QByteArray("{\"login\":\"ada\"}\0\xff", 17), "W/\"abc\"", QDateTime(QDate(2030, 1, 2), QTime(3, 4, 5, 6), Qt::UTC)};
}

struct World
{
    QTemporaryDir temporary;
    QString folder = temporary.filePath(QStringLiteral("cache/demo%2F1"));
    ResourceCache cache{folder};

    /// The path of the only file.
    QString file() const
    {
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
        return files.size() == 1 ? files.first().filePath() : QString();
    }

    QByteArray content() const
    {
        QFile stored(file());
        return stored.open(QIODevice::ReadOnly) ? stored.readAll() : QByteArray();
    }

    void setContent(const QByteArray &content) const
    {
        QFile stored(file());
        if (!stored.open(QIODevice::WriteOnly) || stored.write(content) != content.size())
            qFatal("the cache file cannot be written");
    }
};

int mode(const QString &path)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? int(found.st_mode & 07777) : -1;
}

class ResourceCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStoredAnswerIsFound()
    {
        World world;
        QVERIFY(!world.cache.find(url));
        world.cache.store(url, answer());
        const auto found = ResourceCache(world.folder).find(url);
        QVERIFY(found);
        QCOMPARE(found->body, answer().body);
        QCOMPARE(found->etag, answer().etag);
        QCOMPARE(found->fetchedAt, answer().fetchedAt);
    }

    void headersAboutTheBodyAreKeptAndNoOthers()
    {
        World world;
        CachedAnswer stored = answer();
        stored.headers = {{"Link", "<https://h/x?page=2>; rel=\"next\""}, {"Set-Cookie", "secret=1"}, {"X-Poll-Interval", "90"}};
        world.cache.store(url, stored);
        const http::Answer found{.headers = world.cache.find(url)->headers};
        QCOMPARE(found.header("link"), QByteArray("<https://h/x?page=2>; rel=\"next\""));
        QCOMPARE(found.header("x-poll-interval"), QByteArray("90"));
        QCOMPARE(found.headers.size(), 2);
        QVERIFY(!world.content().contains("secret"));
    }

    void anAnswerOfAnEarlierVersionIsFound()
    {
        World world;
        world.cache.store(url, answer());
        QByteArray content;
        QDataStream stream(&content, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_4);
        stream << quint32(0x4c4b4331) << url << answer().fetchedAt << answer().etag << answer().body;
        world.setContent(content);
        QCOMPARE(world.cache.find(url)->body, answer().body);
        QVERIFY(world.cache.find(url)->headers.isEmpty());
    }

    void eachUrlHasItsOwnAnswer()
    {
        World world;
        world.cache.store(url, answer());
        QVERIFY(!world.cache.find(QUrl(QStringLiteral("https://api.example.org/user"))));
        QVERIFY(!world.cache.find(QUrl(QStringLiteral("https://other.example.org/user?a=%2F"))));
        CachedAnswer second = answer();
        second.body = "second";
        world.cache.store(QUrl(QStringLiteral("https://api.example.org/user")), second);
        QCOMPARE(world.cache.find(url)->body, answer().body);
    }

    void aNewAnswerReplacesTheOldOne()
    {
        World world;
        world.cache.store(url, answer());
        CachedAnswer second = answer();
        second.body = "second";
        second.etag.clear();
        world.cache.store(url, second);
        QCOMPARE(world.cache.find(url)->body, "second");
        QVERIFY(world.cache.find(url)->etag.isEmpty());
        QVERIFY(!world.file().isEmpty());
    }

    void onlyTheUserMayReadIt()
    {
        const mode_t before = ::umask(0);
        World world;
        world.cache.store(url, answer());
        ::umask(before);
        QCOMPARE(mode(world.folder), 0700);
        QCOMPARE(mode(world.file()), 0600);
    }

    void aFolderOpenToOthersIsMadePrivate()
    {
        World world;
        QVERIFY(QDir().mkpath(world.folder));
        QCOMPARE(::chmod(QFile::encodeName(world.folder).constData(), 0755), 0);
        world.cache.store(url, answer());
        QCOMPARE(mode(world.folder), 0700);
    }

    void theFileNameRevealsNothing()
    {
        World world;
        world.cache.store(url, answer());
        QCOMPARE(QFileInfo(world.file()).fileName().size(), 32);
        QVERIFY(!world.file().contains(QLatin1String("user")));
    }

    void aTruncatedFileIsIgnored()
    {
        World world;
        world.cache.store(url, answer());
        const QByteArray whole = world.content();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            world.setContent(whole.first(length));
            QVERIFY2(!world.cache.find(url), QByteArray::number(length));
        }
        world.setContent(whole + '\0');
        QVERIFY(!world.cache.find(url));
        world.setContent(whole);
        QVERIFY(world.cache.find(url));
    }

    void aFileOfAnotherFormatIsIgnored()
    {
        World world;
        world.cache.store(url, answer());
        QByteArray content = world.content();
        content[0] = 'X';
        world.setContent(content);
        QVERIFY(!world.cache.find(url));
        world.setContent("\x89PNG\r\n");
        QVERIFY(!world.cache.find(url));
    }

    /// A length in the file is not trusted, so no gigabytes are allocated.
    void aDamagedFileWithAHugeLengthIsIgnored_data()
    {
        QTest::addColumn<quint32>("length");
        QTest::newRow("2 GiB") << 0x7fffffffu;
        QTest::newRow("the maximum") << 0xfffffffdu;
        QTest::newRow("64 bits follow (Qt 6.7)") << 0xfffffffeu;
        QTest::newRow("one too many") << 18u;
    }

    void aDamagedFileWithAHugeLengthIsIgnored()
    {
        QFETCH(quint32, length);
        World world;
        world.cache.store(url, answer());
        QByteArray content = world.content();
        // The body is the last field. Its length precedes it.
        qToBigEndian(length, content.data() + content.size() - answer().body.size() - 4);
        world.setContent(content);
        QVERIFY(!world.cache.find(url));
    }

    void aFileLargerThanAnyAnswerIsIgnored()
    {
        World world;
        world.cache.store(url, answer());
        QFile file(world.file());
        QVERIFY(file.resize(17 * 1024 * 1024));
        QVERIFY(!world.cache.find(url));
    }

    void aFileOfAnotherUrlIsIgnored()
    {
        World world;
        world.cache.store(url, answer());
        const QUrl other(QStringLiteral("https://api.example.org/other"));
        const QString file = world.file();
        const QByteArray content = world.content();
        QVERIFY(world.cache.clear());
        world.cache.store(other, answer());
        world.setContent(content);
        QVERIFY(!world.cache.find(other));
        QVERIFY(!world.cache.find(url));
        QVERIFY(QFile::rename(world.file(), file));
        QVERIFY(world.cache.find(url));
    }

    void clearRemovesTheFolder()
    {
        World world;
        world.cache.store(url, answer());
        QVERIFY(world.cache.clear());
        QVERIFY(!QFileInfo::exists(world.folder));
        QVERIFY(!world.cache.find(url));
        world.cache.store(url, answer());
        QVERIFY(world.cache.find(url));
    }

    void anUnwritableFolderIsIgnored()
    {
        const ResourceCache cache(QStringLiteral("/proc/latchkey/demo"));
        cache.store(url, answer());
        QVERIFY(!cache.find(url));
        QVERIFY(cache.clear());
    }
};

} // namespace tst_resourcecache

LATCHKEY_TEST(tst_resourcecache, ResourceCacheTest, QCoreApplication)

#include "tst_resourcecache.moc"
