// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// startprobe FOLDER NAME PATIENCE-MS [ARGUMENT …]: starts an instance and prints its role or an error code. The first
// instance prints each later start as a line of JSON and exits at the end of its standard input.

#include "processes/singleinstance.h"
#include "processes/startlistener.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>

namespace {

void say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    processes::SingleInstance instance(arguments.value(1), arguments.value(2));
    const auto role = instance.join(processes::Start::withArguments(arguments.mid(4)),
                                    std::chrono::milliseconds(arguments.value(3).toInt()));
    if (!role) {
        say(role.error().code.toLatin1() + '\n');
        return 1;
    }
    if (*role == processes::SingleInstance::Role::Later) {
        say("later\n");
        return 0;
    }
    QCoreApplication application(argc, argv);
    processes::StartListener listener;
    QObject::connect(&listener, &processes::StartListener::startedAgain, &application,
                     [](const processes::Start &start) { say(processes::toLine(start)); });
    listener.listen(instance.socketPath());
    say("first\n");
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    return QCoreApplication::exec();
}
