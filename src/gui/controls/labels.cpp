// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/labels.h"

#include "result/printabletext.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QRegularExpression>

#include <algorithm>

namespace {

/// Gives a widget its font again when the zoom changes. Qt tells its parent of that, but not a widget that
/// has its own font.
class TextKind : public QObject
{
public:
    TextKind(QWidget *widget, look::Text kind) : QObject(widget), m_widget(*widget), m_kind(kind)
    {
        widget->installEventFilter(this);
        watchParent();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == &m_widget && event->type() == QEvent::ParentChange)
            watchParent();
        if (watched == m_parent && event->type() == QEvent::FontChange)
            m_widget.setFont(look::font(m_kind));
        return QObject::eventFilter(watched, event);
    }

private:
    void watchParent()
    {
        if (m_parent)
            m_parent->removeEventFilter(this);
        m_parent = m_widget.parentWidget();
        if (m_parent)
            m_parent->installEventFilter(this);
        m_widget.setFont(look::font(m_kind));
    }

    QWidget &m_widget;
    const look::Text m_kind;
    QPointer<QWidget> m_parent;
};

} // namespace

void useText(QWidget *widget, look::Text kind)
{
    new TextKind(widget, kind);
}

void useSecondaryText(QLabel *label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

void useCaption(QLabel *label)
{
    useSecondaryText(label);
    useText(label, look::Text::Caption);
}

QColor secondaryTextColor(const QPalette &palette)
{
    return palette.color(QPalette::PlaceholderText);
}

void showRow(const QGridLayout &facts, QWidget *value, bool isVisible)
{
    const int index = facts.indexOf(value);
    Q_ASSERT(index > 0);
    facts.itemAt(index - 1)->widget()->setVisible(isVisible);
    value->setVisible(isVisible);
}

QString shortened(const QString &name)
{
    const QFontMetrics metrics(QApplication::font());
    return metrics.elidedText(startOf(name, 100).simplified(), Qt::ElideRight, 13 * metrics.height());
}

QString escapedForButton(const QString &words)
{
    return QString(words).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

QString wordsOf(const QAction &action)
{
    return action.text().replace(QStringLiteral("&&"), QStringLiteral("&"));
}

QString nameOf(const QKeySequence &shortcut)
{
    constexpr QChar leftToRightMark(0x200e); // Else "Ctrl+?" would read "?+Ctrl".
    const QString name = shortcut.toString(QKeySequence::NativeText);
    return QGuiApplication::isRightToLeft() && !name.isEmpty() ? name + leftToRightMark : name;
}

/// Always rich text: Qt guesses by the text, and shows "&amp;" as it is if it guesses wrong. Tooltips break lines at spaces
/// only, so long words get places to break.
QString tooltip(const QString &text)
{
    constexpr qsizetype shortTooltip = 80;
    constexpr qsizetype longestTooltip = 500;
    static const QRegularExpression longWord(QStringLiteral("(\\S{40})"));
    if (text.isEmpty())
        return {};
    const QStringList lines = text.split(QLatin1Char('\n'));
    if (std::all_of(lines.begin(), lines.end(), [](const QString &line) { return line.size() <= shortTooltip; }))
        return QStringLiteral("<qt style=\"white-space: pre\">%1</qt>").arg(text.toHtmlEscaped());
    QString shown = cutTo(text, longestTooltip);
    shown.replace(longWord, QStringLiteral("\\1\u200b"));
    return QStringLiteral("<qt style=\"white-space: pre-wrap\">%1</qt>").arg(shown.toHtmlEscaped());
}

QString link(const QUrl &url, const QString &text)
{
    if (url.isEmpty())
        return text.toHtmlEscaped();
    const QString target = url.toString(QUrl::FullyEncoded).toHtmlEscaped();
    const QString address = printableText(url.toDisplayString(QUrl::RemoveScheme | QUrl::StripTrailingSlash).mid(2));
    return QStringLiteral("<a href=\"%1\" style=\"text-decoration: none\">%2</a>").arg(target, (text.isEmpty() ? address : text).toHtmlEscaped());
}
