// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/commandreader.h"

#include <QPointer>

#include <iostream>
#include <string>
#include <thread>

void CommandReader::start()
{
    const auto post = [reader = QPointer(this)](auto &&tell) {
        if (reader)
            QMetaObject::invokeMethod(reader.data(), tell, Qt::QueuedConnection);
    };
    // Detached: it sits in a read that nothing but the end of this process ends.
    std::thread([this, post] {
        std::string line;
        while (std::getline(std::cin, line)) {
            post([this, bytes = QByteArray::fromStdString(line)] {
                if (const auto command = readCommand(bytes))
                    Q_EMIT received(*command);
                else
                    Q_EMIT refused();
            });
        }
        post([this] { Q_EMIT ended(); });
    }).detach();
}
