// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/pictures.h"

#include "support/test.h"

namespace tst_pictures {

class PicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheHostAndItsOwnServersAreAsked_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("picture");
        QTest::addColumn<bool>("isAsked");
        const auto add = [](const char *name, const char *page, const char *picture, bool isAsked) {
            QTest::newRow(name) << QString::fromLatin1(page) << QString::fromLatin1(picture) << isAsked;
        };
        const char gitHub[] = "https://github.com/ada";
        add("host", gitHub, "https://github.com/ada/ada/raw/HEAD/x.png", true);
        add("raw", gitHub, "https://raw.githubusercontent.com/ada/ada/main/x.png", true);
        add("camo", gitHub, "https://camo.githubusercontent.com/0/1", true);
        add("emoji", gitHub, "https://github.githubassets.com/images/icons/emoji/octocat.png", true);
        add("own server and emoji of GitHub", "https://git.example.org/ada", "https://github.githubassets.com/x.png", false);
        add("avatar", gitHub, "https://avatars.githubusercontent.com/u/1", true);
        add("elsewhere", gitHub, "https://example.org/x.png", false);
        add("pages of others", gitHub, "https://evil.github.io/x.png", false);
        add("name at the end", gitHub, "https://notgithub.com/x.png", false);
        add("name in front", gitHub, "https://github.com.example.org/x.png", false);
        add("camo in front", gitHub, "https://camo.githubusercontent.com.example.org/x.png", false);
        add("other name there", gitHub, "https://x.y.githubusercontent.com/x.png", false);
        add("not encrypted", gitHub, "http://github.com/x.png", false);
        add("port", gitHub, "https://github.com:8443/x.png", false);
        add("with a name", gitHub, "https://ada@github.com/x.png", false);
        add("file", gitHub, "file:///etc/passwd", false);
        add("data", gitHub, "data:image/png;base64,AAAA", false);
        add("own server", "https://git.example.org/ada", "https://media.git.example.org/x.png", true);
        add("own server and GitHub", "https://git.example.org/ada", "https://camo.githubusercontent.com/0/1", false);
        add("demo", "http://127.0.0.1:4000/ada", "http://127.0.0.1:4000/x.png", true);
        add("another port", "http://127.0.0.1:4000/ada", "http://127.0.0.1:4001/x.png", false);
    }

    void onlyTheHostAndItsOwnServersAreAsked()
    {
        QFETCH(QString, page);
        QFETCH(QString, picture);
        QFETCH(bool, isAsked);
        QCOMPARE(github::isPictureOfHost(QUrl(picture), QUrl(page)), isAsked);
    }
};

} // namespace tst_pictures

LATCHKEY_TEST(tst_pictures, PicturesTest, QCoreApplication)

#include "tst_pictures.moc"
