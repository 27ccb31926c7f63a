// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/richtext/pictureobjects.h"

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/richtext/badgepainter.h"
#include "richtext/richtext.h"

#include <QPainter>
#include <QTextDocument>
#include <QTextFormat>

namespace {

constexpr int cellPadding = 7; // And half a border.
constexpr qreal smallest = 4;

QString nameOf(const QTextFormat &format)
{
    return format.toImageFormat().name();
}

std::optional<look::Glyph> glyphOf(const QString &name)
{
    static const QHash<QString, look::Glyph> glyphs{
        {QStringLiteral("info"), look::Glyph::Info},
        {QStringLiteral("alert"), look::Glyph::Alert},
        {QStringLiteral("chevronright"), look::Glyph::ChevronRight},
        {QStringLiteral("chevrondown"), look::Glyph::ChevronDown},
    };
    const QString glyph = name.section(u':', 1).section(u'-', 0, 0);
    if (!name.startsWith(richtext::glyphScheme) || !glyphs.contains(glyph))
        return std::nullopt;
    return glyphs.value(glyph);
}

/// What a picture has of the document's width, in pixels.
qreal roomFor(const richtext::Picture &picture, const QTextDocument &document)
{
    const qreal width = document.textWidth() > 0 ? document.textWidth() : look::contentWidth;
    return picture.share < 1 ? std::max(smallest, width * picture.share - 2 * cellPadding) : width;
}

qreal pixelsOf(const richtext::Length &length, qreal room)
{
    return length.isPercent ? room * length.amount / 100 : length.amount * look::zoom();
}

} // namespace

PictureObjects::PictureObjects(QObject *parent) : QObject(parent) {}

void PictureObjects::forgetOthers()
{
    QHash<QUrl, Known> kept;
    for (const richtext::Picture &picture : m_shown)
        kept.insert(picture.url, m_pictures.value(picture.url));
    m_pictures = kept;
}

qsizetype PictureObjects::bytes() const
{
    qsizetype sum = 0;
    for (const Known &known : m_pictures)
        sum += known.picture.image.sizeInBytes();
    return sum;
}

QList<QUrl> PictureObjects::shownIn(State state) const
{
    QList<QUrl> urls;
    for (const richtext::Picture &picture : m_shown) {
        if (!picture.url.isEmpty() && m_pictures.value(picture.url).state == state && !urls.contains(picture.url))
            urls.append(picture.url);
    }
    return urls;
}

bool PictureObjects::has(const QUrl &url) const
{
    return !m_pictures.value(url).picture.image.isNull();
}

const richtext::Picture *PictureObjects::find(const QString &name) const
{
    bool isNumber = false;
    const int index = name.section(u':', 1).toInt(&isNumber);
    const bool isPicture = name.startsWith(richtext::pictureScheme) && isNumber && index >= 0 && index < m_shown.size();
    return isPicture ? &m_shown[index] : nullptr;
}

richtext::Badge PictureObjects::badgeOf(const richtext::Picture &picture) const
{
    richtext::Badge badge = m_pictures.value(picture.url).badge;
    if (badge.text().isEmpty())
        return picture.badge;
    if (!badge.color.isValid())
        badge.color = picture.badge.color;
    return badge;
}

QSizeF PictureObjects::fitted(const richtext::Picture &picture, const QSizeF &natural, qreal room)
{
    QSizeF size = natural * look::zoom();
    const qreal ratio = natural.width() > 0 ? natural.height() / natural.width() : 1;
    const bool hasWidth = picture.width.amount > 0;
    const bool hasHeight = picture.height.amount > 0 && !picture.height.isPercent;
    if (hasWidth)
        size.setWidth(pixelsOf(picture.width, room));
    if (hasHeight)
        size.setHeight(pixelsOf(picture.height, room));
    if (hasWidth && !hasHeight)
        size.setHeight(size.width() * ratio);
    if (hasHeight && !hasWidth && ratio > 0)
        size.setWidth(size.height() / ratio);
    if (size.width() > room)
        size *= room / size.width();
    return size.expandedTo({1, 1});
}

QSizeF PictureObjects::intrinsicSize(QTextDocument *document, int, const QTextFormat &format)
{
    if (glyphOf(nameOf(format)))
        return QSizeF(look::glyphSide, look::glyphSide) * look::zoom();
    const richtext::Picture *picture = find(nameOf(format));
    if (!picture)
        return {};
    const qreal room = roomFor(*picture, *document);
    const Known known = m_pictures.value(picture->url);
    if (!known.picture.image.isNull())
        return fitted(*picture, known.picture.size, room);
    const bool isExpected = known.state == State::Missing && !picture->url.isEmpty();
    if (isExpected && picture->width.amount > 0 && picture->height.amount > 0)
        return fitted(*picture, {picture->width.amount, picture->height.amount}, room);
    const richtext::Badge badge = badgeOf(*picture);
    return badge.text().isEmpty() ? QSizeF(1, 1) : QSizeF(badgeSize(badge, int(room)));
}

void PictureObjects::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int, const QTextFormat &format)
{
    const QString name = nameOf(format);
    if (const auto glyph = glyphOf(name))
        return look::paintGlyph(*painter, *glyph, rect.translated(0, -look::zoom() * 1.5), QColor(u'#' + name.section(u'-', -1)));
    const richtext::Picture *picture = find(name);
    if (!picture)
        return;
    const Known known = m_pictures.value(picture->url);
    if (!known.picture.image.isNull()) {
        painter->save();
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(rect, known.picture.image);
        return painter->restore();
    }
    const richtext::Badge badge = badgeOf(*picture);
    const QSize size = badgeSize(badge, int(rect.width()));
    if (rect.height() > size.height() + 1) { // The place of a picture that is on its way.
        painter->fillRect(rect, look::colors().hover);
        return;
    }
    if (!badge.text().isEmpty())
        paintBadge(*painter, rect.toRect(), badge);
}

#include "moc_pictureobjects.cpp"
