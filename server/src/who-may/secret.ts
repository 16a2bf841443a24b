import { createHash, randomBytes } from 'node:crypto';

/** A new secret: 256 random bits, safe in an address and in a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** True for text that `newSecret` could have made; anything else need not be looked up. */
export const looksLikeSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/**
 * What is kept of a secret: its SHA-256, in hex. Secrets are found by this hash and never compared themselves, so
 * how long a look-up takes says nothing about any of them; with 256 random bits, no salt or stretching is needed.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
