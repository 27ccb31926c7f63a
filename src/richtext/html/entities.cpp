// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/html/entities.h"

#include <QHash>

namespace richtext {

namespace {

constexpr qsizetype longestReference = 12;

const QHash<QString, char16_t> &named()
{
    static const QHash<QString, char16_t> names{
        {QStringLiteral("amp"), u'&'},       {QStringLiteral("lt"), u'<'},        {QStringLiteral("gt"), u'>'},
        {QStringLiteral("quot"), u'"'},      {QStringLiteral("apos"), u'\''},     {QStringLiteral("nbsp"), u'\u00a0'},
        {QStringLiteral("copy"), u'©'},      {QStringLiteral("reg"), u'®'},       {QStringLiteral("trade"), u'™'},
        {QStringLiteral("hellip"), u'…'},    {QStringLiteral("mdash"), u'—'},     {QStringLiteral("ndash"), u'–'},
        {QStringLiteral("lsquo"), u'‘'},     {QStringLiteral("rsquo"), u'’'},     {QStringLiteral("ldquo"), u'“'},
        {QStringLiteral("rdquo"), u'”'},     {QStringLiteral("laquo"), u'«'},     {QStringLiteral("raquo"), u'»'},
        {QStringLiteral("bull"), u'•'},      {QStringLiteral("middot"), u'·'},    {QStringLiteral("times"), u'×'},
        {QStringLiteral("larr"), u'←'},      {QStringLiteral("rarr"), u'→'},      {QStringLiteral("uarr"), u'↑'},
        {QStringLiteral("darr"), u'↓'},      {QStringLiteral("hearts"), u'♥'},    {QStringLiteral("check"), u'✓'},
        {QStringLiteral("star"), u'☆'},      {QStringLiteral("deg"), u'°'},       {QStringLiteral("micro"), u'µ'},
        {QStringLiteral("plusmn"), u'±'},    {QStringLiteral("frac12"), u'½'},    {QStringLiteral("euro"), u'€'},
        {QStringLiteral("pound"), u'£'},     {QStringLiteral("ensp"), u'\u2002'}, {QStringLiteral("emsp"), u'\u2003'},
        {QStringLiteral("thinsp"), u'\u2009'}, {QStringLiteral("zwj"), u'\u200d'}, {QStringLiteral("zwnj"), u'\u200c'},
    };
    return names;
}

/// Null for a code that is no character of a text (HTML 13.2.5.80).
QString fromNumber(QStringView number)
{
    const bool isHex = number.startsWith(u'x') || number.startsWith(u'X');
    bool isNumber = false;
    const uint code = (isHex ? number.sliced(1) : number).toUInt(&isNumber, isHex ? 16 : 10);
    if (!isNumber || code == 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return {};
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

/// What stands between & and ;. Null if it is not known.
QString characterOf(QStringView reference)
{
    if (reference.startsWith(u'#'))
        return fromNumber(reference.sliced(1));
    const char16_t character = named().value(reference.toString());
    return character ? QString(QChar(character)) : QString();
}

} // namespace

QString withoutEntities(QStringView text)
{
    QString result;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1)) {
        const qsizetype length = text.sliced(at + 1, std::min(longestReference, text.size() - at - 1)).indexOf(u';');
        const QString character = length > 0 ? characterOf(text.sliced(at + 1, length)) : QString();
        if (character.isNull())
            continue;
        result += text.sliced(from, at - from);
        result += character;
        from = at + length + 2;
        at = from - 1;
    }
    return result += text.sliced(from);
}

} // namespace richtext
