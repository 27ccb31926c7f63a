// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// oidc-provider, the certified OpenID Connect server for Node, on 127.0.0.1, until standard input is
// closed. See ../README.md.

import * as crypto from 'node:crypto';
import * as http from 'node:http';
import { parseArgs, promisify } from 'node:util';

import Provider from 'oidc-provider';

import MemoryStore from './memorystore.mjs';

const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code';
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const { values: options } = parseArgs({
    options: {
        port: { type: 'string', default: '0' },
        'access-token-seconds': { type: 'string', default: '5' },
        'device-code-seconds': { type: 'string', default: '600' },
        'no-rotation': { type: 'boolean', default: false },
    },
});

const store = new MemoryStore();
const clientSecret = crypto.randomBytes(24).toString('base64url');
const stats = {
    authorizationRequests: 0,
    tokenRequests: {},
    refusedTokenRequests: {},
    refusedCodes: 0,
    refusedRefreshTokens: 0,
    deviceAuthorizationRequests: 0,
    revocationRequests: 0,
    introspectionRequests: 0,
    userinfoRequests: 0,
    refusedUserinfoRequests: 0,
};

function count(counters, name) {
    counters[name] = (counters[name] ?? 0) + 1;
}

function client(id, authentication) {
    return {
        client_id: id,
        client_name: 'Latchkey',
        application_type: 'native',
        // Any port: oidc-provider follows RFC 8252 §7.3 for native applications.
        redirect_uris: ['http://127.0.0.1/oauth/callback'],
        grant_types: ['authorization_code', 'refresh_token', deviceCodeGrant],
        response_types: ['code'],
        ...authentication,
    };
}

async function signingKey() {
    const { privateKey } = await promisify(crypto.generateKeyPair)('rsa', { modulusLength: 2048 });
    return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
}

async function configuration(issuer) {
    return {
        adapter: store.adapter,
        clients: [
            client('latchkey-public', { token_endpoint_auth_method: 'none' }),
            client('latchkey-secret', {
                token_endpoint_auth_method: 'client_secret_post',
                client_secret: clientSecret,
            }),
            client('latchkey-basic', {
                token_endpoint_auth_method: 'client_secret_basic',
                client_secret: clientSecret,
            }),
        ],
        jwks: { keys: [await signingKey()] },
        cookies: { keys: [crypto.randomBytes(24).toString('base64url')] },
        clockTolerance: 0,
        pkce: { required: () => true },
        scopes: ['openid', 'profile', 'email', 'offline_access'],
        claims: {
            openid: ['sub'],
            profile: ['name', 'preferred_username', 'picture'],
            email: ['email', 'email_verified'],
        },
        findAccount: (_, login) => ({
            accountId: login,
            claims: () => ({
                sub: login,
                name: `${login} Müller`,
                preferred_username: login,
                picture: `${issuer}/test/picture.png`,
                email: `${login}@example.test`,
                email_verified: true,
            }),
        }),
        ttl: {
            AccessToken: Number(options['access-token-seconds']),
            DeviceCode: Number(options['device-code-seconds']),
        },
        // Without prompt=consent, the provider ignores offline_access (OpenID Connect Core §11). Native applications get a
        // refresh token anyway, and keep it when the person signs out of the server.
        issueRefreshToken: (_, { grantTypes }) => grantTypes.includes('refresh_token'),
        expiresWithSession: () => false,
        rotateRefreshToken: !options['no-rotation'],
        features: {
            devInteractions: { enabled: true },
            userinfo: { enabled: true },
            revocation: { enabled: true },
            introspection: { enabled: true, allowedPolicy: (_, { clientId }, token) => token.clientId === clientId },
            deviceFlow: { enabled: true },
        },
    };
}

/** The provider's pages would load a font from the network. */
async function keepPagesOffTheNetwork(ctx, next) {
    await next();
    if (typeof ctx.body === 'string')
        ctx.body = ctx.body.replace(/@import url\([^)]*\);/g, '');
}

async function countRequests(ctx, next) {
    await next();
    switch (ctx.oidc?.route) {
    case 'authorization': ++stats.authorizationRequests; break;
    case 'token': count(stats.tokenRequests, ctx.oidc.params?.grant_type ?? ''); break;
    case 'device_authorization': ++stats.deviceAuthorizationRequests; break;
    case 'revocation': ++stats.revocationRequests; break;
    case 'introspection': ++stats.introspectionRequests; break;
    case 'userinfo': ++stats.userinfoRequests; break;
    }
}

function countRefusals(provider) {
    provider.on('userinfo.error', () => ++stats.refusedUserinfoRequests);
    provider.on('grant.error', (ctx, error) => {
        count(stats.refusedTokenRequests, error.error);
        if (error.error !== 'invalid_grant')
            return;
        const grantType = ctx.oidc.params.grant_type;
        if (grantType === 'authorization_code')
            ++stats.refusedCodes;
        else if (grantType === 'refresh_token')
            ++stats.refusedRefreshTokens;
    });
}

const control = {
    'GET /test/stats': (response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(stats));
    },
    'GET /test/picture.png': (response) => {
        response.setHeader('Content-Type', 'image/png');
        response.end(picture, 'base64');
    },
    'POST /test/revoke-all': (response) => {
        store.revokeAll();
        response.writeHead(204).end();
    },
    'POST /test/drop-access-tokens': (response) => {
        store.dropAccessTokens();
        response.writeHead(204).end();
    },
};

// Standard output carries only the READY line. The provider would print its advice for production there.
console.info = () => {};

const server = http.createServer();
server.listen(Number(options.port), '127.0.0.1', async () => {
    const issuer = `http://127.0.0.1:${server.address().port}`;
    const provider = new Provider(issuer, await configuration(issuer));
    provider.on('server_error', (_, error) => console.error(error));
    provider.use(countRequests);
    provider.use(keepPagesOffTheNetwork);
    countRefusals(provider);

    const answer = provider.callback();
    server.on('request', (request, response) => {
        const handle = control[`${request.method} ${request.url}`];
        return handle ? handle(response) : answer(request, response);
    });
    const ready = { issuer, clientId: 'latchkey-public', secretClientId: 'latchkey-secret', basicClientId: 'latchkey-basic', clientSecret };
    process.stdout.write(`READY ${JSON.stringify(ready)}\n`);
});

process.stdin.on('end', () => process.exit()).resume();
