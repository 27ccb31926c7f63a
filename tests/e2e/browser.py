# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replaces the system browser, without a window: signs in at the demo provider and follows the redirects.

browser.py URL
"""

import http.cookiejar
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from html import unescape

import demo


def fields(page):
    """The names and values of a page's hidden inputs."""
    inputs = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page)
    return {name: unescape(value) for name, value in inputs}


def main(url):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = opener.open(url).read().decode()
    form = {**fields(page), "login": demo.USER, "password": demo.PASSWORD}
    answer = opener.open(urllib.parse.urljoin(url, "/login"), urllib.parse.urlencode(form).encode())
    form = {**fields(answer.read().decode()), "authorize": "1"}
    print(opener.open(url, urllib.parse.urlencode(form).encode()).status)


if __name__ == "__main__":
    main(sys.argv[1])
