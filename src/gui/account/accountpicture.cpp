// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/accountpicture.h"

#include "github/viewer.h"
#include "gui/parts/avatar.h"
#include "gui/pictures/readpicture.h"
#include "session/account.h"

namespace {

constexpr int widest = 512;
constexpr int side = 56 * 4; // The account page's, at the largest zoom and a scale of 2.

} // namespace

QImage accountPicture(const Account &account)
{
    const Provider &provider = account.provider();
    const auto request = provider.api == Provider::Api::GitHub ? github::viewer(provider.apiBaseUrl)
                                                               : github::viewerFromUserinfo(provider.server.userinfoEndpoint);
    const auto viewer = account.resources().cached(request);
    if (!viewer || viewer->value.avatar.isEmpty())
        return {};
    const auto picture = account.resources().cached(github::image(viewer->value.avatar));
    return picture ? middleSquare(readPictureTo(widest, picture->value).image, side) : QImage();
}
