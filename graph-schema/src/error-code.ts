/**
 * Every error this product gives: a stable code, its HTTP status, and a sentence that says what to change.
 * The list is closed: what is not here is a bug, and leaves the server as INTERNAL with an id for the log.
 */
export const errors = {
  INPUT_INVALID: { status: 422, sentence: 'Some of what was sent does not fit; see the list.' },
  MALFORMED: { status: 400, sentence: 'The request could not be read; check its syntax.' },
  FILE_INVALID: {
    status: 422,
    sentence: 'The map file has mistakes; mend the lines in the list and send it again.',
  },
  UNKNOWN_PARTY: { status: 422, sentence: 'A party is named that is not on this map; name one that is.' },
  UNKNOWN_LINK: { status: 422, sentence: 'A link is named that is not on this map; name one that is.' },
  AMBIGUOUS_PARTY: { status: 422, sentence: 'Several parties have this name; use the id.' },
  SELF_LINK: { status: 422, sentence: 'A party cannot be its own customer; choose two parties.' },
  CUSTOMER_PROVIDES: {
    status: 422,
    sentence: 'An external customer provides nothing onward; make it a team, or turn the link around.',
  },
  SUPPLIER_DEPENDS: {
    status: 422,
    sentence: 'A supplier depends on no one here; make it a team, or turn the link around.',
  },
  GROUP_INVALID: {
    status: 422,
    sentence:
      'A group of alternatives needs at least two links into the same customer, all blocking, exactly one without a switch time.',
  },
  DUPLICATE_ID: { status: 422, sentence: 'Two things have the same id; give one of them another.' },
  REFERENCED: {
    status: 409,
    sentence: 'Something else on the map still refers to this; remove that in the same commit.',
  },
  DISRUPTION_INVALID: {
    status: 422,
    sentence: 'Only teams and suppliers can be disrupted; an external customer only feels it.',
  },
  MAP_TOO_LARGE: { status: 422, sentence: 'The map would pass the size limit of this server; split it.' },
  BODY_TOO_LARGE: { status: 413, sentence: 'That is more than this server takes at once; send less.' },
  VERSION_CONFLICT: {
    status: 409,
    sentence: 'Somebody changed this meanwhile; look at the current item and decide again.',
  },
  KEY_REUSED: {
    status: 409,
    sentence: 'This idempotency key was used for other changes; take a new key for a new commit.',
  },
  MAP_EXISTS: { status: 409, sentence: 'There is, or was, a map with this id; ids are never used again.' },
  MAP_NOT_FOUND: { status: 404, sentence: 'There is no such map, or this browser has no link to it.' },
  MAP_GONE: { status: 410, sentence: 'This map was deleted.' },
  REVISION_UNKNOWN: { status: 409, sentence: 'That revision is ahead of the map; load the map anew.' },
  ACCESS_NOT_FOUND: { status: 404, sentence: 'There is no such access link on this map.' },
  ACCESS_REVOKED: {
    status: 401,
    sentence: 'This link no longer opens anything; ask its owner for a new one.',
  },
  NOT_SIGNED_IN: { status: 401, sentence: 'Open the link that you were given; it lets this browser in.' },
  FORBIDDEN: { status: 403, sentence: 'Your link does not allow this; ask an owner for one that does.' },
  ORIGIN_REFUSED: { status: 403, sentence: 'This request came from another site; open the page itself.' },
  HOST_REFUSED: {
    status: 421,
    sentence: 'This server does not go by that name; add it to ALLOWED_HOSTS if it should.',
  },
  TOO_MANY_TRIES: { status: 429, sentence: 'Too many tries that failed; wait a minute.' },
  TOO_MANY_STREAMS: {
    status: 429,
    sentence: 'This server has as many open pages as it can serve; close one.',
  },
  ENGINE_TIMEOUT: {
    status: 503,
    sentence:
      'This took longer than is allowed here; ask for less (fewer worlds, links or changes), or about a smaller map.',
  },
  ENGINE_UNAVAILABLE: {
    status: 503,
    sentence: 'This browser could not work it out; reload the page, or open it in another browser.',
  },
  SERVER_STOPPING: { status: 503, sentence: 'This server is stopping; try again in a moment.' },
  STORE_UNAVAILABLE: { status: 503, sentence: 'The store does not answer; nothing was changed. Try again.' },
  STORE_UNUSABLE: { status: 503, sentence: 'The store cannot be opened; see what is said of it.' },
  ROUTE_NOT_FOUND: { status: 404, sentence: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: { status: 405, sentence: 'This address does not take that method.' },
  MEDIA_TYPE_UNKNOWN: {
    status: 415,
    sentence: 'Send JSON, or for a map file YAML, JSON or CSV, and say which.',
  },
  INTERNAL: {
    status: 500,
    sentence: 'Something went wrong here. Nothing was changed. The id finds it in the log.',
  },
} as const satisfies Record<string, { status: number; sentence: string }>;

export type ErrorCode = keyof typeof errors;
export const errorCodes = Object.keys(errors) as [ErrorCode, ...ErrorCode[]];
