// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/about/licensedparts.h"

#include <QCoreApplication>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AboutWindow", text);
}

LicensedPart part(const char *name, const QString &purpose, const char *license, const char *page)
{
    return {QLatin1String(name), purpose, QLatin1String(license), QUrl(QLatin1String(page))};
}

} // namespace

QList<LicensedPart> licensedParts()
{
    QList<LicensedPart> parts{
        part("Latchkey", tr("This program"), "GPL-3.0-or-later", "https://github.com/latchkey/latchkey"),
        part("Qt", tr("Windows and network"), "LGPL-3.0-only", "https://www.qt.io/licensing/open-source-lgpl-obligations"),
    };
#ifdef LATCHKEY_HAS_NETWORKAUTH
    parts.append(part("Qt Network Authorization", tr("The authorization code flow"), "GPL-3.0-only", "https://doc.qt.io/qt-6/qtnetworkauth-index.html"));
#endif
#ifdef LATCHKEY_HAS_LOGIN_VIEW
    parts.append(part("Qt WebEngine, Chromium", tr("The login view"), "LGPL-3.0-only AND BSD-3-Clause", "https://doc.qt.io/qt-6/qtwebengine-licensing.html"));
#endif
    parts.append(part("QtKeychain", tr("Your keychain"), "BSD-3-Clause", "https://github.com/frankosterfeld/qtkeychain"));
#ifdef Q_OS_LINUX
    parts.append(part("libsecret", tr("Secret Service"), "LGPL-2.1-or-later", "https://gitlab.gnome.org/GNOME/libsecret"));
#endif
    parts.append(part("QR Code generator", tr("The code for a phone"), "MIT", "https://www.nayuki.io/page/qr-code-generator-library"));
#ifdef LATCHKEY_HAS_MARKDOWN
    parts.append(part("cmark-gfm", tr("Markdown that a server does not render"), "BSD-2-Clause AND MIT", "https://github.com/github/cmark-gfm"));
#endif
    parts.append(part("linguist", tr("The colors of languages"), "MIT", "https://github.com/github-linguist/linguist"));
    return parts;
}
