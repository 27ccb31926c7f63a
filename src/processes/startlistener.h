// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "processes/start.h"

#include <QLocalServer>

class QLocalSocket;

namespace processes {

/// Hears of later starts, for the first instance. Whatever else comes over the socket is ignored, and ends soon.
class StartListener : public QObject
{
    Q_OBJECT

public:
    StartListener();

    /// Starts before this wait for it. False where it cannot be: then later starts end without being heard.
    bool listen(const QString &socketPath);

Q_SIGNALS:
    void startedAgain(const processes::Start &start);

private:
    void acceptConnections();
    void readFrom(QLocalSocket *connection);

    QLocalServer m_server;
};

} // namespace processes
