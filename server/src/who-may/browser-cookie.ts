import type { Request, Response } from 'express';
import { looksLikeSecret } from './secret.js';

const name = 'downstream';
/** Browsers keep no cookie longer than 400 days. */
const maxAge = 400 * 24 * 60 * 60 * 1000;
/** Each is looked up at each request. */
const mostViews = 20;

/** What a browser brings, in one cookie: `token.secret.secret…`, the token left out where there is none. */
export interface BrowserKeys {
  /** Its own, given to it when it first opened a link to more than looking. */
  token?: string | undefined;
  /** Secrets of the viewers' links that it opened, the newest last. */
  views: readonly string[];
}

export function browserKeys(request: Request): BrowserKeys {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    const [token = '', ...views] = pair
      .slice(at + 1)
      .trim()
      .split('.');
    return {
      ...(looksLikeSecret(token) && { token }),
      views: views.filter(looksLikeSecret).slice(-mostViews),
    };
  }
  return { views: [] };
}

/**
 * Gives the browser its keys. Strict is enough even for links in a mail: the page loads without the cookie, and
 * everything it then asks for comes from its own site.
 */
export function giveBrowserKeys(
  request: Request,
  response: Response,
  { token = '', views }: BrowserKeys,
): void {
  response.cookie(name, [token, ...views.slice(-mostViews)].join('.'), {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: '/',
    maxAge,
  });
}
