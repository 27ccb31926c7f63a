// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loginview/questions/pagedialog.h"
#include "loginview/window/loginwindow.h"
#include "loopback/connection.h"
#include "loopback/listener.h"
#include "support/test.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QWebEnginePage>
#include <QWebEngineView>

#include <unistd.h>

constexpr int enginePatience = 30000; // Milliseconds; a browser engine may start slowly.

/// A dialog as the person saw it.
struct SeenDialog
{
    QString title;
    QHash<QString, QString> texts = {}; ///< By the name of the label.
    QSize size = {};
    bool canSilence = false;
    bool isPasswordHidden = false;
    bool canCancel = false;
    bool isTextCut = false;
};

/// Looks at each dialog of a page and answers it.
class DialogPerson : public QObject
{
public:
    using Answer = std::function<void(PageDialog &dialog)>;

    DialogPerson()
    {
        connect(&m_look, &QTimer::timeout, this, [this] { look(); });
        m_look.start(20);
    }

    static void accept(PageDialog &dialog) { dialog.findChild<QAbstractButton *>(QStringLiteral("acceptButton"))->click(); }
    static void cancel(PageDialog &dialog) { dialog.reject(); }
    static Answer type(const QString &user, const QString &password)
    {
        return [=](PageDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("userEdit"))->setText(user);
            dialog.findChild<QLineEdit *>(QStringLiteral("passwordEdit"))->setText(password);
            accept(dialog);
        };
    }

    Answer answer = accept;
    QList<SeenDialog> seen;

private:
    void look()
    {
        auto *dialog = qobject_cast<PageDialog *>(QApplication::activeModalWidget());
        if (!dialog || m_answered.contains(dialog->winId()))
            return;
        m_answered.insert(dialog->winId());
        SeenDialog one{.title = dialog->windowTitle(), .size = dialog->size()};
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            one.texts.insert(label->objectName(), label->text());
            one.isTextCut = one.isTextCut || label->height() < label->heightForWidth(label->width());
        }
        one.canSilence = dialog->findChild<QCheckBox *>(QStringLiteral("silenceBox"));
        one.canCancel = dialog->findChild<QAbstractButton *>(QStringLiteral("cancelButton"));
        const auto *password = dialog->findChild<QLineEdit *>(QStringLiteral("passwordEdit"));
        one.isPasswordHidden = password && password->echoMode() == QLineEdit::Password;
        seen.append(one);
        answer(*dialog);
    }

    QTimer m_look;
    QSet<WId> m_answered;
};

/// The login window with a page of a server, in the real engine.
struct WindowWorld
{
    using Handler = std::function<void(const loopback::Request &, loopback::Connection &)>;

    explicit WindowWorld(Handler handler, std::chrono::milliseconds patience = std::chrono::seconds(60))
        : server([this, handler](const loopback::Request &request, loopback::Connection &connection) {
              visited.append(request.path);
              handler(request, connection);
          }),
          window(patience)
    {
        server.listen();
        view = window.findChild<QWebEngineView *>(QStringLiteral("loginView"));
        if (!QTest::qWaitFor([this] { return !ready.isEmpty(); }, enginePatience))
            qFatal("the engine does not start");
    }

    /// Unlike Connection::respond() it lets the page have scripts and frames.
    static void respondWithTitle(const QString &title, loopback::Connection &connection, const QByteArray &body = {})
    {
        const QByteArray page = "<!doctype html><title>" + title.toUtf8() + "</title>" + body;
        connection.sendPart("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\nContent-Length: "
                            + QByteArray::number(page.size()) + "\r\n\r\n" + page);
    }

    QUrl url(const QString &path) const { return server.origin().resolved(QUrl(path)); }
    QString origin() const { return QStringLiteral("127.0.0.1:%1").arg(server.port()); }
    void open(const QString &path) { window.open(url(path)); }
    void run(const QString &script) { view->page()->runJavaScript(script); }
    bool hasTitle(const QString &title)
    {
        return QTest::qWaitFor([&] { return view->title() == title; }, enginePatience);
    }
    QString notice() const
    {
        const auto *label = window.findChild<QLabel *>(QStringLiteral("noticeLabel"));
        return label->isVisibleTo(&window) ? label->text() : QString();
    }
    bool hasNotice(const QString &part)
    {
        return QTest::qWaitFor([&] { return notice().contains(part); }, enginePatience);
    }
    QAbstractButton *button(const char *name) const { return window.findChild<QAbstractButton *>(QLatin1String(name)); }
    bool offersWaysOut() const { return button("noticeBrowserButton")->isVisibleTo(&window); }
    void reload() { window.findChild<QAction *>(QStringLiteral("reloadAction"))->trigger(); }

    QStringList visited;
    loopback::Listener server;
    LoginWindow window;
    QWebEngineView *view = nullptr;
    QSignalSpy ready{&window, &LoginWindow::ready};
    QSignalSpy canceled{&window, &LoginWindow::canceled};
    QSignalSpy browserRequested{&window, &LoginWindow::browserRequested};
    DialogPerson person;
};

/// Runs the tests of a class with a browser engine.
template<typename Test>
int runWithEngine(int argc, char *argv[])
{
    if (geteuid() == 0)
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}
