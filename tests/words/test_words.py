# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every sentence for people to how Latchkey speaks: short, in US spelling, without the words that nobody says.

test_words.py SOURCES
"""

import pathlib
import re
import sys
import tempfile
import unittest
from html import unescape

SOURCES = pathlib.Path()

MOST_WORDS = 14

NEVER = ["«", "»", "anew", "is asked for", "takes back", "took back", "taken back", "wants a pause", "has run out", "runs out",
         "run out", "Nobody came back", "Good until", "Good for", "Rights", "Look whether",
         "to be had", "no more than", "done without", "whoever", "of its own", "of their own", "by itself", "comes of it"]

BRITISH = {"colour": "color", "cancelled": "canceled", "cancelling": "canceling", "organisation": "organization",
           "favourite": "favorite", "licence": "license", "behaviour": "behavior", "centre": "center", "grey": "gray",
           "recognise": "recognize", "authorise": "authorize", "authorised": "authorized", "synchronise": "synchronize"}

# What surrounds a text that a person reads. Names of properties and contexts are no texts.
LITERAL = r'"(?:[^"\\]|\\.)*"'
LITERALS = rf"{LITERAL}(?:\s*{LITERAL})*"
CALL = re.compile(rf"\b(?:(?:tr|TEXT)\(|(?:QT_TRANSLATE_NOOP|translate)\(\s*{LITERAL}\s*,)\s*({LITERALS})")

# A command to type keeps its straight quotes, as do what a person typed and a name of a file.
COMMAND = re.compile(r"'(?:latchkey|gh|git|%\d|sign-in|sign-out|status|token|embedded)[^']*'")

# One sentence each, but for people who read help, not a window.
HELP = {"cli/options.cpp"}


def joined(literals):
    """The text of adjacent C++ literals."""
    text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def without_comments(code):
    return re.sub(r"(?<![:\"])//[^\n]*", "", code)


def texts(folder):
    """Each text and the file that has it."""
    for path in sorted((folder / "src").rglob("*.cpp")) + sorted((folder / "src").rglob("*.h")):
        code = without_comments(path.read_text(encoding="utf-8"))
        for literals in CALL.findall(code):
            yield path.relative_to(folder / "src").as_posix(), joined(literals)
    for path in sorted((folder / "ui").rglob("*.ui")) if (folder / "ui").is_dir() else []:
        for text in re.findall(r"<string>([^<]*)</string>", path.read_text(encoding="utf-8")):
            yield path.relative_to(folder).as_posix(), unescape(text)


def plain(text):
    """Without mnemonics and markup."""
    return re.sub(r"<[^>]+>", "\n", text.replace("&&", "§").replace("&", "")).replace("§", "&")


def sentences(text):
    return [part for part in re.split(r"(?<=[.!?:])\s+|\n+", plain(text)) if part.strip()]


def words(sentence):
    return [word for word in sentence.split() if re.search(r"[\w%{]", word)]


def faults(file, text):
    """What is wrong with a text, in words."""
    found = []
    shown = plain(text)
    for never in NEVER:
        pattern = rf"(?<!\w){re.escape(never)}(?!\w)" if never.isascii() else never
        if re.search(pattern, shown):
            found.append(f"says “{never}”")
    for wrong, right in BRITISH.items():
        if re.search(rf"\b{wrong}", shown, re.IGNORECASE):
            found.append(f"“{wrong}” is “{right}” here")
    if re.search("[\"']", COMMAND.sub("", shown)):
        found.append("has straight quotes")
    if file in HELP:
        return found
    for sentence in sentences(text):
        if len(words(sentence)) > MOST_WORDS:
            found.append(f"has a sentence of {len(words(sentence))} words")
    return found


def straight_apostrophes(folder):
    """The words of the demo with a straight apostrophe, such as in "it's"."""
    for path in sorted((folder / "resources/demo").rglob("*")):
        if path.suffix in (".html", ".json"):
            for word in re.findall(r"\w+'(?:s|t|re|ll|ve|m|d)\b", path.read_text(encoding="utf-8")):
                yield f"{path.relative_to(folder).as_posix()}: {word}"


class Words(unittest.TestCase):
    def test_the_demo_has_no_straight_apostrophes(self):
        self.assertGreater(len(list((SOURCES / "resources/demo").rglob("*.json"))), 3)
        self.assertEqual(list(straight_apostrophes(SOURCES)), [])

    def test_every_text_is_short_and_plain(self):
        seen, wrong = 0, []
        for file, text in texts(SOURCES):
            seen += 1
            wrong += [f"{file}: {fault}: {text}" for fault in faults(file, text)]
        self.assertGreater(seen, 500)
        self.assertEqual(wrong, [])

    def test_every_fault_is_found(self):
        """A rule that nothing breaks holds nothing."""
        for text in ("Sign in «here»", "It has run out.", "Your colour", "Canceled, because it doesn't fit", 'Press "OK"',
                     "The server has been asked a lot in a short time and wants a pause now.",
                     "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen."):
            self.assertNotEqual(faults("a.cpp", text), [], text)
        for text in ("Rate limit reached.", "Run 'latchkey sign-in'.", "Your server’s name", "Press “OK”",
                     "One two three four five six seven. One two three four five six seven eight nine ten."):
            self.assertEqual(faults("a.cpp", text), [], text)

    def test_texts_are_found_wherever_they_are(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "src").mkdir()
            (folder / "ui").mkdir()
            (folder / "src/a.cpp").write_text('tr("one " // No text.\n "two"); // tr("no")\nTEXT("three"); translate("C", "fo\\"ur");\n'
                                              'QT_TRANSLATE_NOOP("C", "five"); setObjectName("no");')
            (folder / "ui/a.ui").write_text('<string>&amp;Six</string><property name="no"/>')
            self.assertEqual([text for _, text in texts(folder)], ["one two", "three", 'fo"ur', "five", "&Six"])



if __name__ == "__main__":
    SOURCES = pathlib.Path(sys.argv.pop(1))
    unittest.main(verbosity=0)
