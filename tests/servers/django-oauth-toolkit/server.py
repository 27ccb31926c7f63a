# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Django with Django OAuth Toolkit on 127.0.0.1, until standard input is closed.

../README.md says how it is used.
"""

import argparse
import collections
import json
import pathlib
import secrets
import socketserver
import sys
import threading
import wsgiref.simple_server

import django
from django.conf import settings

HERE = pathlib.Path(__file__).resolve().parent
LOOPBACK_REDIRECT = "http://127.0.0.1/oauth/callback"


def parse_options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--access-token-seconds", type=int, default=5)
    parser.add_argument("--no-rotation", action="store_true")
    parser.add_argument("--redirect-uri", action="append", help="instead of any port of " + LOOPBACK_REDIRECT)
    return parser.parse_args()


def configure(options):
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                # One in-memory database for all threads. Django keeps connections to such a database open.
                "NAME": "file:latchkey?mode=memory&cache=shared",
            }
        },
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.staticfiles",
            "oauth2_provider",
        ],
        LOGIN_URL="/accounts/login/",
        LOGGING={
            "version": 1,
            "disable_existing_loggers": False,
            "handlers": {"stderr": {"class": "logging.StreamHandler", "level": "ERROR"}},
            "loggers": {"django.request": {"handlers": ["stderr"], "propagate": False}},
        },
        MIDDLEWARE=[
            __name__ + ".counted",
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        OAUTH2_PROVIDER={
            "ACCESS_TOKEN_EXPIRE_SECONDS": options.access_token_seconds,
            "ALLOWED_REDIRECT_URI_SCHEMES": ["http"],
            "PKCE_REQUIRED": True,
            "ROTATE_REFRESH_TOKEN": not options.no_rotation,
            "SCOPES": {"read": "See your profile", "write": "Change your profile"},
            "DEFAULT_SCOPES": ["read"],
        },
        # A fast hash: Django's default is slow on purpose.
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        ROOT_URLCONF=__name__,
        SECRET_KEY=secrets.token_urlsafe(),
        STATIC_URL="/static/",
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HERE / "templates"],
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
        USE_TZ=True,
    )
    django.setup()


OPTIONS = parse_options()
configure(OPTIONS)

from django.contrib.auth import get_user_model
from django.contrib.auth.views import LoginView
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError
from django.http import HttpResponse, JsonResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from oauth2_provider.decorators import protected_resource
from oauth2_provider.models import (
    get_access_token_model,
    get_application_model,
    get_grant_model,
    get_refresh_token_model,
)
from oauth2_provider.oauth2_backends import get_oauthlib_core
from oauth2_provider.oauth2_validators import OAuth2Validator


class Stats:
    """Counts the requests to the OAuth endpoints, and the refused ones."""

    def __init__(self):
        self.authorization_requests = 0
        self.token_requests = collections.Counter()
        self.refused_token_requests = collections.Counter()
        self.refused_codes = 0
        self.refused_refresh_tokens = 0
        self.revocation_requests = 0
        self.userinfo_requests = 0
        self.refused_userinfo_requests = 0

    def count(self, request, response):
        if request.path == "/o/authorize/":
            self.authorization_requests += 1
        elif request.path == "/o/token/":
            self.count_token_request(request, response)
        elif request.path == "/o/revoke_token/":
            self.revocation_requests += 1
        elif request.path in ("/userinfo", "/userinfo401"):
            self.userinfo_requests += 1
            self.refused_userinfo_requests += response.status_code != 200

    def count_token_request(self, request, response):
        grant_type = request.POST.get("grant_type", "")
        self.token_requests[grant_type] += 1
        if response.status_code == 200:
            return
        error = json.loads(response.content).get("error") if response.status_code < 500 else "server_error"
        self.refused_token_requests[error] += 1
        if error == "invalid_grant":
            self.refused_codes += grant_type == "authorization_code"
            self.refused_refresh_tokens += grant_type == "refresh_token"

    def to_json(self):
        return {
            "authorizationRequests": self.authorization_requests,
            "tokenRequests": self.token_requests,
            "refusedTokenRequests": self.refused_token_requests,
            "refusedCodes": self.refused_codes,
            "refusedRefreshTokens": self.refused_refresh_tokens,
            "revocationRequests": self.revocation_requests,
            "userinfoRequests": self.userinfo_requests,
            "refusedUserinfoRequests": self.refused_userinfo_requests,
        }


STATS = Stats()


def counted(get_response):
    def middleware(request):
        response = get_response(request)
        STATS.count(request, response)
        return response

    return middleware


def profile(user):
    return JsonResponse(
        {
            "sub": str(user.pk),
            "name": user.get_full_name(),
            "preferred_username": user.username,
            "email": user.email,
        }
    )


@require_safe
@protected_resource(scopes=["read"])
def userinfo(request):
    """A resource protected by the toolkit: 403 for an invalid token."""
    return profile(request.resource_owner)


@require_safe
def userinfo401(request):
    """A resource as on many other servers: an empty 401."""
    valid, verified = get_oauthlib_core().verify_request(request, scopes=["read"])
    return profile(verified.user) if valid else HttpResponse(status=401)


@require_safe
def stats(request):
    return JsonResponse(STATS.to_json())


@csrf_exempt
@require_POST
def drop_access_tokens(request):
    """Expires every access token. The refresh tokens remain."""
    get_access_token_model().objects.update(expires="2000-01-01T00:00Z")
    return HttpResponse(status=204)


@csrf_exempt
@require_POST
def revoke_all(request):
    """Removes every code and token. ada stays signed in to the server itself."""
    for model in (get_refresh_token_model(), get_access_token_model(), get_grant_model()):
        model.objects.all().delete()
    return HttpResponse(status=204)


@csrf_exempt
@require_POST
def fail_refreshes(request):
    """Makes every refresh fail, as if the database were gone."""

    def fail(*_, **__):
        raise DatabaseError("ordered by the test")

    OAuth2Validator.validate_refresh_token = fail
    return HttpResponse(status=204)


urlpatterns = [
    path("accounts/login/", LoginView.as_view()),
    path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
    path("userinfo", userinfo),
    path("userinfo401", userinfo401),
    path("test/stats", stats),
    path("test/drop-access-tokens", drop_access_tokens),
    path("test/revoke-all", revoke_all),
    path("test/fail-refreshes", fail_refreshes),
]


def fill_database():
    """Returns the password of ada and the secret of the confidential client."""
    password, client_secret = secrets.token_urlsafe(), secrets.token_urlsafe()
    call_command("migrate", verbosity=0)
    get_user_model().objects.create_user(
        "ada", "ada@example.test", password, first_name="Ada", last_name="Müller"
    )
    application = get_application_model()
    for kind in (application.CLIENT_PUBLIC, application.CLIENT_CONFIDENTIAL):
        public = kind == application.CLIENT_PUBLIC
        application.objects.create(
            name="Latchkey",
            client_id="latchkey-public" if public else "latchkey-secret",
            client_secret="" if public else client_secret,
            client_type=kind,
            authorization_grant_type=application.GRANT_AUTHORIZATION_CODE,
            redirect_uris=" ".join(OPTIONS.redirect_uri or [LOOPBACK_REDIRECT]),
        )
    return password, client_secret


class Server(socketserver.ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    daemon_threads = True


class RequestHandler(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, *_):
        pass


def one_at_a_time(application):
    """Serializes refreshes: SQLite has no row locks (select_for_update), which the toolkit relies on."""
    lock = threading.Lock()

    def locked(environ, start_response):
        with lock:
            return application(environ, start_response)

    return locked


def main():
    password, client_secret = fill_database()
    server = wsgiref.simple_server.make_server(
        "127.0.0.1",
        OPTIONS.port,
        one_at_a_time(StaticFilesHandler(get_wsgi_application())),
        server_class=Server,
        handler_class=RequestHandler,
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ready = {
        "origin": f"http://127.0.0.1:{server.server_port}",
        "username": "ada",
        "password": password,
        "clientId": "latchkey-public",
        "secretClientId": "latchkey-secret",
        "clientSecret": client_secret,
    }
    print("READY", json.dumps(ready), flush=True)
    sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
