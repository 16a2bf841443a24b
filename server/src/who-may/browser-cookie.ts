import type { Request, Response } from 'express';
import { looksLikeSecret } from './secret.js';

const name = 'downstream';
/** Browsers keep no cookie longer than 400 days. */
const maxAge = 400 * 24 * 60 * 60 * 1000;

/** The token that this browser was given when it first opened a link, if it sent one. */
export function browserToken(request: Request): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    const token = pair.slice(at + 1).trim();
    if (looksLikeSecret(token)) return token;
  }
  return undefined;
}

/**
 * Gives the browser its token. Strict is enough even for links in a mail: the page loads without the cookie, and
 * everything it then asks for comes from its own site.
 */
export function giveBrowserToken(request: Request, response: Response, token: string): void {
  response.cookie(name, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: '/',
    maxAge,
  });
}
