// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

class QColor;
class QPainter;
class QRectF;

/// Latchkey's own pictures: strokes on a grid of 16 × 16, sharp at every scale, in the color of what they stand in.
namespace look {

enum class Glyph {
    Inbox, Person, Repository, PullRequest, PullRequestDraft, PullRequestMerged, PullRequestClosed, Issue, IssueClosed, Review,
    CheckPassed, CheckFailed, CheckRunning, Discussion, Release, Star, Fork, Pin, Bell, BellOff, Gear, Shield, Key, Link, Copy,
    OpenOutside, Refresh, Search, ChevronDown, ChevronRight, ChevronLeft, Check, Cross, Plus, More, Calendar, Place, Building,
    Mail, People, Globe, Server, Window, Phone, Flask, Lock, Alert, Info, Sun, Moon, SignOut, Terminal, Menu,
};

/// Paints a glyph into the middle of `area`, as large as fits.
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &area, const QColor &color);

/// An icon in the color of text, or of disabled text, which follows the colors in use.
QIcon glyphIcon(Glyph glyph);

/// The same in a color that is looked up among the colors in use each time, such as &Colors::success.
struct Colors;
QIcon glyphIcon(Glyph glyph, QColor Colors::*color);

} // namespace look
