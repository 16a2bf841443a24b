import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { isLoopbackName } from './who-may/loopback.js';

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'is a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `is between ${least} and ${most}`);

const oneOf = (...words: [string, ...string[]]) =>
  z.enum(words, { error: `is one of ${words.map((word) => `"${word}"`).join(', ')}` });

const listed = (text: string): string[] => text.split(',').map((part) => part.trim());

/** Which proxies may say who the caller is: a number of hops, or their addresses, as Express understands them. */
const trustProxy = z
  .string()
  .refine(
    (text) => /^\d+$/.test(text) || listed(text).every(isProxy),
    'is how many proxies stand in front, such as 1, or their addresses, separated by commas',
  )
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : listed(text)));

/** An address, a range of them such as 10.0.0.0/8, or one of the ranges that Express knows by name. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits = '1', ...more] = text.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return more.length === 0 && /^[1-9]\d*$/.test(bits) && Number(bits) <= most;
}

/** Names as browsers send them: in small letters, and those of other scripts in ASCII. */
const allowedHosts = z
  .string()
  .transform((text) => listed(text).filter((name) => name !== ''))
  .refine(
    (names) => names.every((name) => !/[\s/:@?#*]/.test(name) && URL.canParse(`http://${name}`)),
    'is names alone, such as maps.example.org, separated by commas',
  )
  .transform((names) => names.map((name) => new URL(`http://${name}`).hostname));

/** What the driver takes for an address; who enters there is told apart from it. */
function isNeo4jAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { host, username, password, protocol, search } = new URL(text);
  return host !== '' && username + password === '' && (search === '' || protocol.startsWith('neo4j'));
}

const environmentSchema = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: wholeNumber(0, 65_535).default(4400),
    DOWNSTREAM_DATA: z.string().default('./data'),
    NEO4J_URI: z
      .string()
      .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/./, 'begins with bolt://, neo4j://, bolt+s:// or neo4j+s://')
      .refine(isNeo4jAddress, 'is an address such as neo4j://db.example.org:7687, without user or password')
      .optional(),
    NEO4J_USER: z.string().default('neo4j'),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z.string().optional(),
    ALLOWED_HOSTS: allowedHosts.prefault(''),
    TRUST_PROXY: trustProxy.optional(),
    LOG_LEVEL: oneOf('silent', 'fatal', 'error', 'warn', 'info', 'debug').optional(),
    MAX_PARTIES: wholeNumber(1, 1_000_000).default(5_000),
    MAX_LINKS: wholeNumber(1, 10_000_000).default(50_000),
    MAX_STREAMS: wholeNumber(1, 1_000_000).default(2_000),
    BODY_LIMIT_MB: wholeNumber(1, 200).default(32),
    RIPPLE_DEADLINE_MS: wholeNumber(1, 600_000).default(5_000),
    WHOLE_MAP_DEADLINE_MS: wholeNumber(1, 3_600_000).default(60_000),
    SHUTDOWN_GRACE_MS: wholeNumber(0, 600_000).default(10_000),
  })
  .refine((environment) => environment.NEO4J_URI === undefined || environment.NEO4J_PASSWORD !== undefined, {
    path: ['NEO4J_PASSWORD'],
    message: 'is needed beside NEO4J_URI',
    when: () => true,
  });

/** Everything this server can be told from outside, with the words of `docs/operating.md`. */
export interface Environment {
  host: string;
  port: number;
  /** True where only this machine can reach the server; its browsers are then the host. */
  loopback: boolean;
  store: { kind: 'embedded'; folder: string } | Neo4jAddress;
  allowedHosts: string[];
  trustProxy: number | string[] | undefined;
  logLevel: string | undefined;
  maxParties: number;
  maxLinks: number;
  maxStreams: number;
  /** Bytes of a request's body, once unpacked. */
  bodyLimit: number;
  rippleDeadlineMs: number;
  wholeMapDeadlineMs: number;
  /** How long requests under way may take to end once the server was told to stop. */
  shutdownGraceMs: number;
}

export interface Neo4jAddress {
  kind: 'neo4j';
  uri: string;
  user: string;
  password: string;
  database: string | undefined;
}

/** What is wrong with the environment: one line a variable. The only error that `readEnvironment` throws. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Reads the process environment; an empty variable counts as not set. Throws an EnvironmentError that names every mistake. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      const found = variables[name];
      const shown =
        found === undefined || name === 'NEO4J_PASSWORD' ? '' : ` (found "${withoutUser(found)}")`;
      return `  ${name}: ${issue.message}${shown}`;
    });
    throw new EnvironmentError(`The environment has mistakes:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  return {
    host: value.HOST,
    port: value.PORT,
    loopback: isLoopbackName(value.HOST) && value.TRUST_PROXY === undefined,
    store:
      value.NEO4J_URI === undefined
        ? { kind: 'embedded', folder: value.DOWNSTREAM_DATA }
        : {
            kind: 'neo4j',
            uri: value.NEO4J_URI,
            user: value.NEO4J_USER,
            password: value.NEO4J_PASSWORD ?? '',
            database: value.NEO4J_DATABASE,
          },
    allowedHosts: value.ALLOWED_HOSTS,
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
    maxParties: value.MAX_PARTIES,
    maxLinks: value.MAX_LINKS,
    maxStreams: value.MAX_STREAMS,
    bodyLimit: value.BODY_LIMIT_MB * 1024 * 1024,
    rippleDeadlineMs: value.RIPPLE_DEADLINE_MS,
    wholeMapDeadlineMs: value.WHOLE_MAP_DEADLINE_MS,
    shutdownGraceMs: value.SHUTDOWN_GRACE_MS,
  };
}

/** An address may hold a password, which goes into no log. */
const withoutUser = (text: string): string => text.replace(/\/\/[^/]*@/, '//…@');

/** Adds the variables of a `.env` file in the working directory, where there is one; what is set already stays. */
export function loadEnvironmentFile(file = '.env'): void {
  // A folder of this name is somebody else's: people keep their Python there.
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return;
  try {
    process.loadEnvFile(file);
  } catch {
    throw new EnvironmentError(`The file ${file} may not be read by this user; change its permissions.`);
  }
}
