// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/englishplurals.h"

#include <QTest>

/// The test files of a folder are one program: `test_session tst_account [arguments of QTest]` runs one of them. Each has
/// a namespace with its name, and ends in one of the two macros below. (moc of Qt 6.4 loses the namespace after a raw string
/// of several lines, and after two raw strings in one line.)
namespace testprogram {

using Run = int (*)(int argc, char *argv[]);

/// Makes a test known to the program that it is linked into.
struct Registration
{
    Registration(const char *name, Run run);
};

/// In place of an application, for a test that needs none.
struct NoApplication
{
    NoApplication(int &, char **) {}
};

template<typename Test, typename Application>
int run(int argc, char *argv[])
{
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    [[maybe_unused]] Application application(argc, argv);
    EnglishPlurals plurals;
    if (QCoreApplication::instance())
        QCoreApplication::installTranslator(&plurals);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace testprogram

/// Registers a test that brings its own way to run: a testprogram::Run, whose argv[0] is the test's name.
#define LATCHKEY_TEST_WITH(name, run) static const testprogram::Registration name##Registration(#name, run);

/// Registers the class Test of the namespace `name`. It runs with an Application: QCoreApplication, QApplication or
/// testprogram::NoApplication.
#define LATCHKEY_TEST(name, Test, Application) LATCHKEY_TEST_WITH(name, (testprogram::run<name::Test, Application>))
