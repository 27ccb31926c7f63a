// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/keychain/keychainname.h"

namespace {

struct KnownKeychain
{
    const char *program; ///< How its name begins.
    const char *name;
};

constexpr KnownKeychain knownKeychains[] = {
    {"gnome-keyring-d", "GNOME Keyring"}, {"kwalletd", "KWallet"},      {"ksecretd", "KWallet"},  {"keepassxc", "KeePassXC"},
    {"pass-secret-ser", "pass"},          {"pass_secret_ser", "pass"}, {"oo7-daemon", "oo7"},
};

} // namespace

QString keychainName(const QString &program)
{
    // NixOS starts programs by wrappers, which put a dot in front of the name.
    const QString name = program.startsWith(QLatin1Char('.')) ? program.sliced(1) : program;
    for (const KnownKeychain &known : knownKeychains) {
        if (name.startsWith(QLatin1String(known.program), Qt::CaseInsensitive))
            return QLatin1String(known.name);
    }
    return {};
}
