// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/demo.h"
#include "support/faultyprovider.h"
#include "support/formfillinguseragent.h"

/// The person whose account the demo provider has.
inline FormFillingUserAgent::Person demoPerson()
{
    return {demo::Login::userName(), demo::Login::password()};
}
