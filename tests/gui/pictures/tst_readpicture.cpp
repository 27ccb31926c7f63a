// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/pictures/ownicon.h"
#include "gui/pictures/readpicture.h"
#include "support/test.h"

#include <QBuffer>
#include <QImageWriter>

namespace tst_readpicture {

QByteArray written(const QByteArray &format)
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format.constData());
    return bytes;
}

class ReadPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesOfPagesAreRead()
    {
        int known = 0;
        for (const QByteArray format : {"png", "jpeg", "webp", "bmp", "ico"}) {
            if (!QImageWriter::supportedImageFormats().contains(format))
                continue;
            const ReadPicture picture = readPictureTo(400, written(format));
            QVERIFY2(picture.image.size() == QSize(40, 20), format.constData());
            ++known;
        }
        QVERIFY(known >= 2); // PNG and BMP are part of Qt.
        const QByteArray gif = QByteArray::fromHex("47494638396101000100800000ff000000000021f90401000000002c00000000010001000002024401003b");
        QCOMPARE(readPictureTo(400, gif).image.size(), QSize(1, 1));
    }

    /// Qt can read them, but no page shows them, so a server must not reach their decoders.
    void otherFormatsAreNot()
    {
        for (const QByteArray format : {"ppm", "xbm", "xpm", "tiff", "tga"}) {
            const QByteArray bytes = written(format);
            QVERIFY2(readPictureTo(400, bytes).image.isNull(), format.constData());
        }
        QVERIFY(!QImage::fromData(written("ppm")).isNull());
    }

    void itIsAsWideAsItMayBe()
    {
        const ReadPicture picture = readPictureTo(10, written("png"));
        QCOMPARE(picture.image.size(), QSize(10, 5));
        QCOMPARE(picture.size, QSize(40, 20));
    }

    void theIconHasAllSizes()
    {
        const QIcon icon = ownIcon();
        for (const int side : {16, 24, 32, 48, 64, 128})
            QVERIFY(icon.availableSizes().contains(QSize(side, side)));
    }
};

} // namespace tst_readpicture

LATCHKEY_TEST(tst_readpicture, ReadPictureTest, QApplication)

#include "tst_readpicture.moc"
