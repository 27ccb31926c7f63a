# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tests that docs/SECURITY.md names exist, and so do the files that the papers link to.

test_papers.py ROOT
"""

import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path()
PAPERS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs")


def sources():
    """Everything in tests/ that has names, as one text."""
    tests = ROOT / "tests"
    files = [file for ending in ("cpp", "h", "py", "txt", "mjs") for file in tests.rglob(f"*.{ending}")
             if "node_modules" not in file.parts]
    return "\n".join(f"{file.stem}\n{file.read_text(encoding='utf-8')}" for file in files)


def papers():
    for name in PAPERS:
        path = ROOT / name
        yield from path.rglob("*.md") if path.is_dir() else [path] if path.exists() else []


def named_tests(paper):
    """Names in code style that can only be those of tests."""
    for quoted in re.findall(r"`([^`\n]+)`", paper):
        if re.fullmatch(r"(tst|test|e2e|fuzz)_\w+(\.py)?", quoted) or re.fullmatch(r"[a-z]+[0-9]*(?:[A-Z0-9]\w*){2,}…?|n\d\d…", quoted):
            yield quoted


class Papers(unittest.TestCase):
    def test_named_tests_exist(self):
        paper = (ROOT / "docs" / "SECURITY.md").read_text(encoding="utf-8")
        names = set(named_tests(paper))
        self.assertGreater(len(names), 80)
        text = sources()
        missing = [name for name in sorted(names) if not self.exists(name, text)]
        self.assertEqual(missing, [])

    @staticmethod
    def exists(name, text):
        if name.startswith("e2e_"):
            name = name.removeprefix("e2e_")
        if name.startswith("fuzz_"):
            return (ROOT / "tests" / "fuzz" / f"{name}.cpp").exists()
        if name.endswith("…"):
            return re.search(rf"\b{name[:-1]}", text) is not None
        return re.search(rf"\b{re.escape(name.removesuffix('.py'))}\b", text) is not None

    def test_linked_files_exist(self):
        count = 0
        for paper in papers():
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", paper.read_text(encoding="utf-8")):
                if "://" in target or target.startswith("mailto:"):
                    continue
                count += 1
                self.assertTrue((paper.parent / target).exists(), f"{paper.relative_to(ROOT)} links to {target}")
        self.assertGreater(count, 5)


if __name__ == "__main__":
    ROOT = pathlib.Path(sys.argv.pop(1))
    unittest.main(verbosity=2)
