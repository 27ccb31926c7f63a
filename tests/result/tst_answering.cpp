// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result/answering.h"

#include "support/answers.h"
#include "support/test.h"

#include <memory>

namespace tst_answering {

/// An operation that the test answers.
struct Operation : QObject
{
    Answering<int> answering;

    void start(QObject *context, Receiver<int> receiver) { answering = {context, std::move(receiver)}; }
};

struct World
{
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    std::unique_ptr<Operation> operation = std::make_unique<Operation>();
    Answers<int> answers;

    World() { operation->start(context.get(), answers.receiver()); }
};

class TestAnswering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerComesLater();
    void answerCanComeAtOnce();
    void secondAnswerIsDropped();
    void answerIsDroppedWithTheContext();
    void answerIsDroppedWithTheWorker();
    void receiverMayDeleteTheOperation_data();
    void receiverMayDeleteTheOperation();
    void receiverMayStartTheOperationAgain();
    void movedFromObjectDoesNotAnswer();
    void emptyAnsweringIsNotDue();
    void knownAnswerComesLater();
    void knownAnswerIsDroppedWithTheContext();
    void ignoreAcceptsAnyAnswer();
};

void TestAnswering::answerComesLater()
{
    World world;
    QVERIFY(world.operation->answering.isDue());
    world.operation->answering.answerLater(world.operation.get(), 7);
    QVERIFY(!world.operation->answering.isDue());
    QCOMPARE(world.answers.count, 0);
    QCoreApplication::processEvents();
    QCOMPARE(world.answers.count, 1);
    QCOMPARE(**world.answers.last, 7);
}

void TestAnswering::answerCanComeAtOnce()
{
    World world;
    world.operation->answering.answerNow(Error{Error::Kind::Denied, QStringLiteral("no")});
    QVERIFY(!world.operation->answering.isDue());
    QCOMPARE(world.answers.count, 1);
    QVERIFY(world.answers.isError(Error::Kind::Denied, u"no"));
}

void TestAnswering::secondAnswerIsDropped()
{
    World world;
    world.operation->answering.answerLater(world.operation.get(), 1);
    world.operation->answering.answerLater(world.operation.get(), 2);
    world.operation->answering.answerNow(3);
    QCoreApplication::processEvents();
    QCOMPARE(world.answers.count, 1);
    QCOMPARE(**world.answers.last, 1);
}

void TestAnswering::answerIsDroppedWithTheContext()
{
    World early;
    early.context.reset();
    early.operation->answering.answerNow(1);
    QCOMPARE(early.answers.count, 0);

    World late;
    late.operation->answering.answerLater(late.operation.get(), 1);
    late.context.reset();
    QCoreApplication::processEvents();
    QCOMPARE(late.answers.count, 0);
}

void TestAnswering::answerIsDroppedWithTheWorker()
{
    World world;
    world.operation->answering.answerLater(world.operation.get(), 1);
    world.operation.reset();
    QCoreApplication::processEvents();
    QCOMPARE(world.answers.count, 0);
}

void TestAnswering::receiverMayDeleteTheOperation_data()
{
    QTest::addColumn<bool>("isNow");
    QTest::newRow("later") << false;
    QTest::newRow("now") << true;
}

void TestAnswering::receiverMayDeleteTheOperation()
{
    QFETCH(bool, isNow);
    World world;
    bool isDeleted = false;
    world.operation->start(world.context.get(), [&](const Result<int> &) {
        world.operation.reset();
        isDeleted = true;
    });
    if (isNow)
        world.operation->answering.answerNow(1);
    else
        world.operation->answering.answerLater(world.operation.get(), 1);
    QCoreApplication::processEvents();
    QVERIFY(isDeleted);
}

void TestAnswering::receiverMayStartTheOperationAgain()
{
    World world;
    world.operation->start(world.context.get(), [&](const Result<int> &) {
        world.operation->start(world.context.get(), world.answers.receiver());
    });
    world.operation->answering.answerNow(1);
    QVERIFY(world.operation->answering.isDue());
    world.operation->answering.answerNow(2);
    QCOMPARE(world.answers.count, 1);
    QCOMPARE(**world.answers.last, 2);
}

void TestAnswering::movedFromObjectDoesNotAnswer()
{
    World world;
    Answering<int> other(std::move(world.operation->answering));
    QVERIFY(!world.operation->answering.isDue());
    world.operation->answering.answerNow(1);
    QCOMPARE(world.answers.count, 0);
    other.answerNow(2);
    QCOMPARE(world.answers.count, 1);
    QCOMPARE(**world.answers.last, 2);
}

void TestAnswering::emptyAnsweringIsNotDue()
{
    QObject worker;
    Answering<void> answering;
    QVERIFY(!answering.isDue());
    answering.answerNow({});
    answering.answerLater(&worker, {});
    QCoreApplication::processEvents();
}

void TestAnswering::knownAnswerComesLater()
{
    QObject context;
    Answers<int> answers;
    answerLater(&context, answers.receiver(), 7);
    QCOMPARE(answers.count, 0);
    QCoreApplication::processEvents();
    QCOMPARE(answers.count, 1);
    QCOMPARE(**answers.last, 7);
}

void TestAnswering::knownAnswerIsDroppedWithTheContext()
{
    auto context = std::make_unique<QObject>();
    Answers<void> answers;
    answerLater(context.get(), answers.receiver(), {});
    context.reset();
    QCoreApplication::processEvents();
    QCOMPARE(answers.count, 0);
}

void TestAnswering::ignoreAcceptsAnyAnswer()
{
    const Receiver<void> ofNothing = ignore;
    const Receiver<QString> ofText = ignore;
    ofNothing({});
    ofText(QStringLiteral("text"));
}

} // namespace tst_answering

LATCHKEY_TEST(tst_answering, TestAnswering, QCoreApplication)

#include "tst_answering.moc"
