// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/process.h"
#include "app/program.h"
#include "cli/output.h"
#include "journal/journal.h"

namespace {

int run(int &argc, char *argv[])
{
    const QStringList arguments = argumentsOf(argc, argv);
    const auto outcome = cli::readArguments(arguments);
    if (const auto *end = std::get_if<cli::Outcome>(&outcome))
        return cli::print(*end);
    Program program(std::get<cli::Options>(outcome));
    if (const auto code = program.handOver(arguments))
        return *code;
    const auto application = makeApplication(program.hasWindow(), argc, argv);
    if (program.hasWindow())
        program.prepareWindow();
    if (const auto code = program.replaceHung())
        return *code;
    return program.run();
}

} // namespace

int main(int argc, char *argv[])
{
    cli::occupyStandardStreams();
    ignoreRelativeFolders();
    journal::install();
    QCoreApplication::setApplicationName(QStringLiteral("latchkey"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    return cli::closeOutput(run(argc, argv));
}
