// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The memory of oidc-provider. It keeps expired entries: the provider checks the expiry, and so distinguishes an expired
// device code from an unknown one.

const authorizations = ['Grant', 'AccessToken', 'RefreshToken', 'AuthorizationCode', 'DeviceCode'];

export default class MemoryStore {
    #models = new Map();

    /** oidc-provider's adapter for one model. */
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

    /** Removes every access token. Grants and refresh tokens remain. */
    dropAccessTokens() {
        this.#models.get('AccessToken')?.clear();
    }

    /** Removes all grants, with their codes and tokens. People stay signed in to the server itself. */
    revokeAll() {
        authorizations.forEach((model) => this.#models.get(model)?.clear());
    }
}
