// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class Preferences;
struct Paths;

/// A demo that is tried begins with the choices of the person whose window opened it, and with the colors of their desktop. It
/// keeps them in its own files, in `demo`. The person's, in `person`, are only read.
void takeOverChoices(const Paths &person, const Paths &demo, Preferences &choices);
