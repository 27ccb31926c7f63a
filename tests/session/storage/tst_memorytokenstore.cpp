// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/memorytokenstore.h"
#include "support/answers.h"

#include <QTest>

namespace {

const auto key = QStringLiteral("demo/1");

struct World
{
    MemoryTokenStore store;
    QObject context;
    Answers<void> written;
    Answers<QByteArray> read;
    Answers<void> removed;
};

} // namespace

class MemoryTokenStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        World world;
        const QByteArray secret("\0\xff secret", 9);
        world.store.write(key, "old", &world.context, world.written.receiver());
        world.store.write(key, secret, &world.context, world.written.receiver());
        world.store.read(key, &world.context, world.read.receiver());
        EXPECT_SUCCESS(world.read);
        QCOMPARE(**world.read.last, secret);
        QCOMPARE(world.written.count, 2);
    }

    void whatIsNotThereIsNotFound()
    {
        World world;
        world.store.write(QStringLiteral("demo/2"), "other", &world.context, world.written.receiver());
        world.store.read(key, &world.context, world.read.receiver());
        EXPECT_ERROR(world.read, Error::Kind::Storage, "entry_not_found");
    }

    void whatIsRemovedIsGone()
    {
        World world;
        world.store.write(key, "secret", &world.context, world.written.receiver());
        world.store.remove(key, &world.context, world.removed.receiver());
        world.store.read(key, &world.context, world.read.receiver());
        EXPECT_ERROR(world.read, Error::Kind::Storage, "entry_not_found");
        EXPECT_SUCCESS(world.removed);
    }

    void removingWhatIsNotThereIsNoError()
    {
        World world;
        world.store.remove(key, &world.context, world.removed.receiver());
        EXPECT_SUCCESS(world.removed);
    }

    void requestsCountInTheirOrder()
    {
        World world;
        world.store.write(key, "first", &world.context, world.written.receiver());
        world.store.remove(key, &world.context, world.removed.receiver());
        world.store.write(key, "second", &world.context, world.written.receiver());
        world.store.read(key, &world.context, world.read.receiver());
        EXPECT_SUCCESS(world.read);
        QCOMPARE(**world.read.last, "second");
    }

    void noAnswerComesFromInsideTheQuestion()
    {
        World world;
        world.store.write(key, "secret", &world.context, world.written.receiver());
        world.store.read(key, &world.context, world.read.receiver());
        world.store.remove(key, &world.context, world.removed.receiver());
        QCOMPARE(world.written.count + world.read.count + world.removed.count, 0);
        QTRY_COMPARE(world.removed.count, 1);
        QCOMPARE(world.written.count + world.read.count + world.removed.count, 3);
    }

    void noAnswerComesWhenTheContextIsGone()
    {
        World world;
        auto context = std::make_unique<QObject>();
        world.store.write(key, "secret", context.get(), world.written.receiver());
        world.store.read(key, context.get(), world.read.receiver());
        world.store.remove(QStringLiteral("other"), context.get(), world.removed.receiver());
        context.reset();
        Answers<QByteArray> later;
        world.store.read(key, &world.context, later.receiver());
        EXPECT_SUCCESS(later);
        QCOMPARE(world.written.count + world.read.count + world.removed.count, 0);
    }
};

QTEST_GUILESS_MAIN(MemoryTokenStoreTest)
#include "tst_memorytokenstore.moc"
