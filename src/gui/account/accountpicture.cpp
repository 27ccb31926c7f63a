// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/accountpicture.h"

#include "github/viewer.h"
#include "session/account.h"

QImage accountPicture(const Account &account)
{
    const Provider &provider = account.provider();
    const auto request = provider.api == Provider::Api::GitHub ? github::viewer(provider.apiBaseUrl)
                                                               : github::viewerFromUserinfo(provider.server.userinfoEndpoint);
    const auto viewer = account.resources().cached(request);
    if (!viewer || viewer->value.avatar.isEmpty())
        return {};
    const auto picture = account.resources().cached(github::image(viewer->value.avatar));
    return picture ? QImage::fromData(picture->value) : QImage();
}
