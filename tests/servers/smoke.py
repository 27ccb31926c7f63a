# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Starts the servers of this folder, signs in to them like a browser and a client, and prints their answers.

    /usr/bin/python3 smoke.py [oidc-provider] [django-oauth-toolkit]

Ends with an error where an answer is not the expected one.
"""

import base64
import concurrent.futures
import hashlib
import html.parser
import http.cookiejar
import json
import pathlib
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
REDIRECT_URI = "http://127.0.0.1:49152/oauth/callback"
DEVICE_CODE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
LIFETIME = 3


class Answer:
    def __init__(self, url, status, headers, body):
        self.url, self.status, self.headers, self.body = url, status, headers, body

    def json(self):
        return json.loads(self.body)

    def error(self):
        """The error code of RFC 6749 §5.2, or None if there is none."""
        try:
            return self.json().get("error")
        except ValueError:
            return None

    def __str__(self):
        content = self.headers.get("Content-Type", "no content type")
        challenge = self.headers.get("WWW-Authenticate")
        description = self.json().get("error_description", "") if self.error() else ""
        return " ".join(
            [str(self.status)]
            + ([self.error(), f"({description})"] if self.error() else [])
            + ([] if self.error() or self.status == 200 else [content])
            + ([] if self.body else ["EMPTY"])
            + ([f"[{challenge}]"] if challenge else [])
        )


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def ask(opener, url, form=None, headers=()):
    data = None if form is None else urllib.parse.urlencode(form).encode()
    request = urllib.request.Request(url, data, dict(headers))
    try:
        with opener.open(request, timeout=20) as reply:
            return Answer(url, reply.status, reply.headers, reply.read().decode())
    except urllib.error.HTTPError as reply:
        return Answer(url, reply.status, reply.headers, reply.read().decode())


NO_PROXY = urllib.request.ProxyHandler({})
PLAIN = urllib.request.build_opener(NO_PROXY, NoRedirect)


class Page(html.parser.HTMLParser):
    """The forms and links of a page."""

    def __init__(self, answer):
        super().__init__()
        self.url, self.forms, self.links = answer.url, [], []
        self.feed(answer.body)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.forms.append({"action": attributes.get("action", ""), "id": attributes.get("id"), "inputs": []})
        elif tag in ("input", "button") and self.forms:
            kind = attributes.get("type", "submit" if tag == "button" else "text")
            self.forms[-1]["inputs"].append((kind, attributes.get("name"), attributes.get("value", "")))
        elif tag == "a":
            self.links.append(attributes.get("href", ""))

    def describe(self):
        for form in self.forms:
            shown = ", ".join(f"{kind}:{name}" for kind, name, _ in form["inputs"])
            print(f"      form {form['id'] or ''} action={without_ids(form['action'])!r}: {shown}")
        if self.links:
            print("      links:", ", ".join(map(without_ids, self.links)))


def without_ids(address):
    path = urllib.parse.urlsplit(address).path
    return "/".join("<uid>" if len(part) > 15 and "." not in part else part for part in path.split("/"))


def without_values(tokens):
    told = ("expires_in", "interval", "scope", "token_type", "user_code")
    return {key: value if key in told else "…" for key, value in tokens.items()}


class Browser:
    def __init__(self):
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(NO_PROXY, NoRedirect, jar)

    def go(self, url, form=None):
        """Follows redirects to a page, or to the callback, which it does not open."""
        answer = ask(self.opener, url, form, {"Accept": "text/html"})
        while answer.status in (301, 302, 303, 307):
            url = urllib.parse.urljoin(url, answer.headers["Location"])
            if url.startswith(REDIRECT_URI):
                parts = urllib.parse.urlsplit(url)
                return dict(urllib.parse.parse_qsl(parts.query or parts.fragment))
            answer = ask(self.opener, url, None, {"Accept": "text/html"})
        return answer

    def submit(self, page, values, press=None):
        """Sends the first form, with the pressed submit button if that has a name."""
        form = page.forms[0]
        sent = [entry for entry in form["inputs"] if entry[1] and (entry[0] != "submit" or entry[1] == press)]
        fields = {name: value for _, name, value in sent} | values
        return self.go(urllib.parse.urljoin(page.url, form["action"]), fields)


def show(step, answer):
    print(f"   {step:<58} {answer}")
    return answer


def expect(step, answer, status, error=None):
    show(step, answer)
    assert (answer.status, answer.error()) == (status, error), f"expected {status} {error}"
    return answer


class Server:
    """A server from the view of a client and a person."""

    command = ()
    scope = ""

    def __init__(self, *options):
        begin = time.monotonic()
        command = [*self.command, "--access-token-seconds", str(LIFETIME), *options]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=HERE)
        word, _, values = self.process.stdout.readline().decode().partition(" ")
        assert word == "READY", f"{self.command} did not start"
        self.ready = json.loads(values)
        print(f"\n{' '.join(command)}\n   ready after {time.monotonic() - begin:.2f} s: {', '.join(self.ready)}")
        self.origin = self.ready.get("origin") or self.ready["issuer"]
        self.find_endpoints()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        begin = time.monotonic()
        code = self.process.wait(10)
        rest = self.process.stdout.read()
        print(f"   ended {time.monotonic() - begin:.2f} s after EOF with {code}")
        assert code == 0 and not rest

    def credentials(self, client):
        if client == "latchkey-public":
            return {"client_id": client}
        return {"client_id": client, "client_secret": self.ready["clientSecret"]}

    def token(self, client="latchkey-public", **form):
        return ask(PLAIN, self.token_endpoint, {**self.credentials(client), **form})

    def refresh(self, refresh_token, **more):
        return self.token(grant_type="refresh_token", refresh_token=refresh_token, **more)

    def userinfo(self, access_token, endpoint=None):
        return ask(PLAIN, endpoint or self.userinfo_endpoint, None, {"Authorization": "Bearer " + access_token})

    def revoke(self, token, **more):
        return ask(PLAIN, self.revocation_endpoint, {**self.credentials("latchkey-public"), "token": token, **more})

    def control(self, name):
        assert ask(PLAIN, f"{self.origin}/test/{name}", {}).status == 204

    def stats(self):
        return ask(PLAIN, self.origin + "/test/stats").json()

    def authorization_url(self, verifier, **changes):
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        query = {
            "response_type": "code",
            "client_id": "latchkey-public",
            "redirect_uri": REDIRECT_URI,
            "scope": self.scope,
            "state": "a+b/c=",
            "code_challenge": challenge,
            "code_challenge_method": "S256",
            **changes,
        }
        query = {key: value for key, value in query.items() if value is not None}
        return self.authorization_endpoint + "?" + urllib.parse.urlencode(query)

    def consent_page(self, browser, url, describe=False):
        """Signs in if the server asks for it, and returns the consent page."""
        answer = browser.go(url)
        assert isinstance(answer, Answer) and answer.status == 200, answer
        page = Page(answer)
        if any(kind == "password" for kind, _, _ in page.forms[0]["inputs"]):
            if describe:
                show("login page", answer)
                page.describe()
            answer = self.log_in(browser, page)
            page = Page(answer)
        if describe:
            show("consent page", answer)
            page.describe()
        return page

    def authorize(self, browser=None, describe=False, **changes):
        """A code with all that is needed to redeem it."""
        browser, verifier = browser or Browser(), secrets.token_urlsafe(32)
        page = self.consent_page(browser, self.authorization_url(verifier, **changes), describe)
        callback = self.allow(browser, page)
        assert callback["state"] == "a+b/c=", callback
        if describe:
            show("callback", ", ".join(callback))
        return {
            "grant_type": "authorization_code",
            "code": callback["code"],
            "redirect_uri": REDIRECT_URI,
            "code_verifier": verifier,
        }

    def sign_in(self, browser=None, **changes):
        answer = self.token(**self.authorize(browser, **changes))
        assert answer.status == 200, answer
        return answer.json()

    def check(self):
        self.check_authorization_refusals()
        self.check_code()
        self.check_denial()
        self.check_refresh()
        self.check_concurrent_refresh()
        self.check_expiry()
        self.check_revocation()
        self.check_confidential_client()
        self.check_controls()
        print("   stats:", json.dumps(self.stats()))

    def check_authorization_refusals(self):
        for step, changes in (
            ("no PKCE", {"code_challenge": None, "code_challenge_method": None}),
            ("plain PKCE", {"code_challenge_method": "plain"}),
            ("unknown scope", {"scope": "nonsense"}),
            ("response_type=token", {"response_type": "token"}),
            ("unknown client", {"client_id": "nobody"}),
            ("unregistered redirect URI", {"redirect_uri": "http://127.0.0.1:49152/elsewhere"}),
        ):
            browser = Browser()
            self.start_signed_in(browser)
            show("authorize, " + step, browser.go(self.authorization_url("v" * 43, **changes)))

    def check_code(self):
        attempt = self.authorize(describe=True)
        expect("code with wrong verifier", self.token(**{**attempt, "code_verifier": "w" * 43}), 400, "invalid_grant")
        show("the same code, now with the right verifier", self.token(**attempt))
        attempt = self.authorize()
        changed = {**attempt, "redirect_uri": "http://127.0.0.1:49153/oauth/callback"}
        show("code with another port in redirect_uri", self.token(**changed))
        attempt = self.authorize()
        tokens = expect("code", self.token(**attempt), 200).json()
        print("      token answer:", without_values(tokens))
        print("      userinfo:", expect("userinfo", self.userinfo(tokens["access_token"]), 200).json())
        expect("the same code again", self.token(**attempt), 400, "invalid_grant")
        show("userinfo after that", self.userinfo(tokens["access_token"]))
        show("refresh after that", self.refresh(tokens["refresh_token"]))
        show("code that never was", self.token(**{**attempt, "code": "nonsense"}))
        show("unknown grant type", self.token(grant_type="nonsense"))
        show("no grant type", self.token())
        show("unknown client", self.token(**{**attempt, "client_id": "nobody"}))

    def check_denial(self):
        browser = Browser()
        page = self.consent_page(browser, self.authorization_url("v" * 43))
        callback = show("denied at the consent page", self.deny(browser, page))
        assert callback["error"] == "access_denied" and "code" not in callback
        if "state" not in callback:
            print("      NO STATE in the denial")

    def check_refresh(self):
        first = self.sign_in()
        second = expect("refresh", self.refresh(first["refresh_token"]), 200).json()
        assert second["refresh_token"] != first["refresh_token"]
        print("      token answer:", ", ".join(second))
        show("userinfo with the access token before the refresh", self.userinfo(first["access_token"]))
        expect("userinfo with the new access token", self.userinfo(second["access_token"]), 200)
        expect("refresh with the old refresh token", self.refresh(first["refresh_token"]), 400, "invalid_grant")
        show("refresh with the new refresh token after that", self.refresh(second["refresh_token"]))
        expect("refresh with nonsense", self.refresh("nonsense"), 400, "invalid_grant")
        more = self.sign_in()["refresh_token"]
        show("refresh with a scope that was not granted", self.refresh(more, scope=self.scope + " nonsense"))

    def check_concurrent_refresh(self):
        refresh_token = self.sign_in()["refresh_token"]
        with concurrent.futures.ThreadPoolExecutor() as pool:
            answers = list(pool.map(self.refresh, [refresh_token] * 4))
        show("four refreshes at the same time", ", ".join(str(answer.status) for answer in answers))
        accepted = [answer.json()["refresh_token"] for answer in answers if answer.status == 200]
        show("refresh with what came of them", ", ".join(str(self.refresh(token).status) for token in accepted))

    def check_expiry(self):
        tokens = self.sign_in()
        assert tokens["expires_in"] == LIFETIME
        time.sleep(LIFETIME + 0.1)
        self.check_refused_access_token("expired", tokens["access_token"])
        self.check_refused_access_token("unknown", "nonsense")
        show("userinfo without a token", ask(PLAIN, self.userinfo_endpoint))
        expect("refresh after expiry", self.refresh(tokens["refresh_token"]), 200)

    def check_revocation(self):
        tokens = self.sign_in()
        hint = {"token_type_hint": "refresh_token"}
        expect("revoke the refresh token", self.revoke(tokens["refresh_token"], **hint), 200)
        expect("refresh with it", self.refresh(tokens["refresh_token"]), 400, "invalid_grant")
        show("userinfo with its access token", self.userinfo(tokens["access_token"]))
        expect("revoke it again", self.revoke(tokens["refresh_token"], **hint), 200)
        expect("revoke nonsense", self.revoke("nonsense"), 200)
        tokens = self.sign_in()
        expect("revoke an access token", self.revoke(tokens["access_token"], token_type_hint="access_token"), 200)
        show("userinfo with it", self.userinfo(tokens["access_token"]))
        show("refresh with its refresh token", self.refresh(tokens["refresh_token"]))
        show("revoke without client_id", ask(PLAIN, self.revocation_endpoint, {"token": "nonsense"}))

    def check_confidential_client(self):
        attempt = self.authorize(client_id="latchkey-secret")
        answer = self.token("latchkey-secret", **attempt, client_secret="no")
        expect("confidential client, wrong secret", answer, 401, "invalid_client")
        expect("confidential client", self.token("latchkey-secret", **attempt), 200)

    def check_controls(self):
        browser = Browser()
        tokens = self.sign_in(browser)
        self.control("drop-access-tokens")
        show("userinfo after drop-access-tokens", self.userinfo(tokens["access_token"]))
        tokens = expect("refresh after drop-access-tokens", self.refresh(tokens["refresh_token"]), 200).json()
        self.control("revoke-all")
        show("userinfo after revoke-all", self.userinfo(tokens["access_token"]))
        expect("refresh after revoke-all", self.refresh(tokens["refresh_token"]), 400, "invalid_grant")
        assert self.sign_in(browser)

    def check_without_rotation(self):
        tokens = self.sign_in()
        answer = expect("refresh", self.refresh(tokens["refresh_token"]), 200).json()
        kept = {None: "none", tokens["refresh_token"]: "the same"}
        print("      refresh token in the answer:", kept.get(answer.get("refresh_token"), "another"))
        expect("userinfo with the new access token", self.userinfo(answer["access_token"]), 200)
        expect("refresh with the refresh token of the sign-in", self.refresh(tokens["refresh_token"]), 200)


class OidcProvider(Server):
    command = ("node", "oidc-provider/server.mjs")
    scope = "openid profile email offline_access"

    def find_endpoints(self):
        metadata = ask(PLAIN, self.origin + "/.well-known/openid-configuration").json()
        assert metadata["issuer"] == self.origin and metadata["authorization_response_iss_parameter_supported"]
        for name in ("authorization", "token", "userinfo", "revocation", "device_authorization", "introspection"):
            setattr(self, name + "_endpoint", metadata[name + "_endpoint"])
        print("      ", {key: value for key, value in metadata.items() if key.endswith("_endpoint")})

    def start_signed_in(self, browser):
        pass

    def log_in(self, browser, page):
        return browser.submit(page, {"login": "ada", "password": "any"})

    def allow(self, browser, page):
        callback = browser.submit(page, {})
        assert callback["iss"] == self.origin
        return callback

    def deny(self, browser, page):
        return browser.go(next(link for link in page.links if link.endswith("/abort")))

    def check(self):
        super().check()
        self.check_denial_at_login()
        self.check_identity()
        self.check_device()

    def check_refused_access_token(self, what, access_token):
        expect(f"userinfo with an {what} token", self.userinfo(access_token), 401, "invalid_token")

    def check_denial_at_login(self):
        browser = Browser()
        page = Page(browser.go(self.authorization_url("v" * 43)))
        assert show("denied at the login page", self.deny(browser, page))["error"] == "access_denied"

    def check_identity(self):
        tokens = self.sign_in(prompt="consent", nonce="n-1")
        assert "offline_access" in tokens["scope"]
        payload = tokens["id_token"].split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        header = json.loads(base64.urlsafe_b64decode(tokens["id_token"].split(".")[0] + "=="))
        print("      id_token:", header["alg"], claims)
        assert claims["nonce"] == "n-1"
        token = {**self.credentials("latchkey-public"), "token": tokens["access_token"]}
        answer = expect("introspection", ask(PLAIN, self.introspection_endpoint, token), 200)
        print("      introspection:", ", ".join(answer.json()))
        picture = self.userinfo(tokens["access_token"]).json()["picture"]
        with PLAIN.open(picture) as reply:
            show("picture", f"{reply.status} {reply.headers['Content-Type']}")

    def begin_device(self):
        form = {**self.credentials("latchkey-public"), "scope": self.scope}
        answer = ask(PLAIN, self.device_authorization_endpoint, form)
        return answer

    def poll(self, device):
        return self.token(grant_type=DEVICE_CODE_GRANT, device_code=device["device_code"])

    def enter_device_code(self, browser, device, describe):
        page = Page(browser.go(device["verification_uri"]))
        if describe:
            show("device page", device["verification_uri"])
            page.describe()
        page = Page(browser.submit(page, {"user_code": device["user_code"]}))
        if describe:
            show("device confirmation page", "")
            page.describe()
        return page

    def check_device(self):
        device = expect("device authorization", self.begin_device(), 200).json()
        print("      device answer:", without_values(device))
        expect("poll", self.poll(device), 400, "authorization_pending")
        expect("poll at once again", self.poll(device), 400, "authorization_pending")
        browser = Browser()
        page = Page(browser.submit(self.enter_device_code(browser, device, True), {}))
        page.describe()
        page = Page(self.log_in(browser, page))
        page.describe()
        show("device allowed", browser.submit(page, {}))
        tokens = expect("poll after consent", self.poll(device), 200).json()
        print("      token answer:", ", ".join(tokens))
        expect("poll again", self.poll(device), 400, "invalid_grant")

        device, browser = self.begin_device().json(), Browser()
        page = self.enter_device_code(browser, device, False)
        show("device denied", browser.submit(page, {"abort": "yes"}))
        expect("poll after denial", self.poll(device), 400, "access_denied")

    def check_device_expiry(self):
        device = self.begin_device().json()
        time.sleep(device["expires_in"] + 0.1)
        expect("poll after expiry", self.poll(device), 400, "expired_token")


class DjangoOAuthToolkit(Server):
    command = ("/usr/bin/python3", "django-oauth-toolkit/server.py")
    scope = "read"

    def find_endpoints(self):
        self.authorization_endpoint = self.origin + "/o/authorize/"
        self.token_endpoint = self.origin + "/o/token/"
        self.revocation_endpoint = self.origin + "/o/revoke_token/"
        self.userinfo_endpoint = self.origin + "/userinfo"

    def start_signed_in(self, browser):
        """This server checks the authorization request only after the login."""
        self.consent_page(browser, self.authorization_url("v" * 43))

    def log_in(self, browser, page):
        return browser.submit(page, {"username": self.ready["username"], "password": self.ready["password"]})

    def allow(self, browser, page):
        return browser.submit(page, {}, press="allow")

    def deny(self, browser, page):
        return browser.submit(page, {})

    def check(self):
        super().check()
        browser = Browser()
        page = Page(browser.go(self.authorization_url("v" * 43)))
        answer = browser.submit(page, {"username": "ada", "password": "wrong"})
        assert "password" in str(Page(show("wrong password", answer)).forms)
        show("form without its CSRF token", browser.submit(page, {"csrfmiddlewaretoken": ""}))
        show("static file of the consent page", ask(PLAIN, self.origin + "/static/oauth2_provider/bootstrap.min.css"))

    def check_refused_access_token(self, what, access_token):
        assert expect(f"userinfo with an {what} token", self.userinfo(access_token), 403).body == ""
        answer = self.userinfo(access_token, self.origin + "/userinfo401")
        assert expect(f"userinfo401 with an {what} token", answer, 401).body == ""


def main():
    kinds = {"oidc-provider": OidcProvider, "django-oauth-toolkit": DjangoOAuthToolkit}
    for name in sys.argv[1:] or kinds:
        with kinds[name]() as server:
            server.check()
        with kinds[name]("--no-rotation") as server:
            server.check_without_rotation()
    if not sys.argv[1:] or "oidc-provider" in sys.argv[1:]:
        with OidcProvider("--device-code-seconds", "1") as server:
            server.check_device_expiry()
    print("\nall as expected")


if __name__ == "__main__":
    main()
