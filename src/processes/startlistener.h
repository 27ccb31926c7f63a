// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "processes/start.h"

#include <QLocalServer>

class QLocalSocket;

namespace processes {

/// Receives later starts for the first instance. Anything else on the socket is ignored and disconnected soon.
class StartListener : public QObject
{
    Q_OBJECT

public:
    StartListener();

    /// Earlier starts wait for this. False if it fails: later starts then end without effect.
    bool listen(const QString &socketPath);

Q_SIGNALS:
    void startedAgain(const processes::Start &start);

private:
    void acceptConnections();
    void readFrom(QLocalSocket *connection);

    QLocalServer m_server;
};

} // namespace processes
