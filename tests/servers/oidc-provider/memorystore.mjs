// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What oidc-provider keeps. Nothing is ever dropped for its age: the provider checks that itself, and can so tell
// a device code that expired from one that never was.

const authorizations = ['Grant', 'AccessToken', 'RefreshToken', 'AuthorizationCode', 'DeviceCode'];

export default class MemoryStore {
    #models = new Map();

    /** The adapter of one kind of thing, as oidc-provider asks for it. */
    adapter = (model) => {
        const entries = new Map();
        this.#models.set(model, entries);
        const findBy = async (key, value) => [...entries.values()].find((entry) => entry[key] === value);
        return {
            upsert: async (id, payload) => { entries.set(id, payload); },
            find: async (id) => entries.get(id),
            findByUid: (uid) => findBy('uid', uid),
            findByUserCode: (userCode) => findBy('userCode', userCode),
            destroy: async (id) => { entries.delete(id); },
            consume: async (id) => { entries.get(id).consumed = Math.floor(Date.now() / 1000); },
            revokeByGrantId: async (grantId) => {
                for (const [id, entry] of entries) {
                    if (entry.grantId === grantId)
                        entries.delete(id);
                }
            },
        };
    };

    /** Forgets every access token; what the person allowed, and the refresh tokens, remain. */
    dropAccessTokens() {
        this.#models.get('AccessToken')?.clear();
    }

    /** Forgets what people allowed and all that came of it; they stay signed in to the server itself. */
    revokeAll() {
        authorizations.forEach((model) => this.#models.get(model)?.clear());
    }
}
