import { Buffer } from 'node:buffer';
import { detailsOf, DownstreamError, type ProblemDetail } from '@downstream/graph-schema/problem';
import type { ErrorCode } from '@downstream/graph-schema/error-code';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { RippleRequest } from '@downstream/graph-schema/disruption';
import { readMapFile } from '@downstream/graph-schema/read-map-file';
import { readMapCsv } from '@downstream/graph-schema/read-map-csv';
import { writeMapCsv } from '@downstream/graph-schema/write-map-csv';
import { writeMapFile } from '@downstream/graph-schema/write-map-file';
import { routes, type Route, type RouteName } from '@downstream/graph-schema/route-table';
import { compile } from '@downstream/ripple/compile';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { checkDisruptions } from '@downstream/ripple/check-disruptions';
import { simulate } from '@downstream/ripple/simulate';
import { Stopped, type Observer } from '@downstream/ripple/observer';
import { readJsonText } from '../http/json-text.js';
import { recentlyUsed } from '../recently-used.js';
import { pack, type Parcel } from './parcel.js';
import { steadyNow } from './steady-clock.js';
import { answerWholeMap, type WholeMapAsk, type WholeMapQuestions } from './whole-map-question.js';

/** What a task leads to, in a form that crosses between threads: an error would lose its fields on the way. */
export type Outcome = { parcel: Parcel } | { problem: { code: ErrorCode; details: ProblemDetail[] } };

export interface JsonBody {
  route: RouteName;
  text: string;
}

export type MapFileFormat = 'yaml' | 'json' | 'csv';

export interface MapFileText {
  text: string;
  format: MapFileFormat;
  mapId: string;
  name: string | undefined;
  limits: { parties: number; links: number; characters: number };
}

/** A map's content as JSON in UTF-8, in memory that threads share instead of copying. */
export type SharedContent = Uint8Array<SharedArrayBuffer>;

export interface MapFileWanted {
  content: SharedContent;
  format: MapFileFormat;
}

export interface RippleTask {
  /** Names the content for ever: the same key always comes with the same content. */
  key: string;
  content: SharedContent;
  request: RippleRequest;
  /** By `steadyNow`. */
  deadline: number;
  /** 1 once nobody waits for the answer any more. */
  stop: Int32Array<SharedArrayBuffer>;
}

export interface WholeMapTask<Ask extends WholeMapAsk = WholeMapAsk> extends Omit<RippleTask, 'request'> {
  ask: Ask;
  asked: WholeMapQuestions[Ask];
}

const attempt =
  <Input>(work: (input: Input) => unknown) =>
  async (input: Input): Promise<Outcome> => {
    try {
      return { parcel: await pack(work(input)) };
    } catch (error) {
      if (!(error instanceof DownstreamError)) throw error;
      return { problem: { code: error.code, details: [...error.details] } };
    }
  };

const contentIn = (shared: SharedContent): MapContent =>
  JSON.parse(Buffer.from(shared.buffer).toString()) as MapContent;

/** Maps that this thread has compiled, so that a second ripple on the same revision begins at once. */
const compiled = recentlyUsed<CompiledMap>(8);

const compiledFor = ({ key, content }: Pick<RippleTask, 'key' | 'content'>): CompiledMap =>
  compiled.get(key) ?? compiled.set(key, compile(contentIn(content)));

function inTime<T>(
  { deadline, stop }: Pick<RippleTask, 'deadline' | 'stop'>,
  work: (observer: Observer) => T,
): T {
  try {
    return work({ shouldStop: () => steadyNow() > deadline || Atomics.load(stop, 0) === 1 });
  } catch (error) {
    throw error instanceof Stopped ? new DownstreamError('ENGINE_TIMEOUT') : error;
  }
}

/** A table of links has no name for its map; this one invites a better one. */
const nameOfTable = 'Map from a spreadsheet';

export const tasks = {
  readJsonBody: attempt(({ route, text }: JsonBody) => {
    const { body }: Route = routes[route];
    const written = readJsonText(text);
    const parsed = body?.safeParse(written);
    if (!parsed?.success) {
      throw new DownstreamError('INPUT_INVALID', parsed ? detailsOf(parsed.error, written) : []);
    }
    return parsed.data;
  }),

  ripple: attempt(({ request, ...task }: RippleTask) => {
    const map = compiledFor(task);
    const wrong = checkDisruptions(map, request.disruptions);
    if (wrong[0]) {
      const details = wrong.map(({ index, code, message }) => ({
        path: ['disruptions', index, 'party'],
        code,
        message,
      }));
      throw new DownstreamError(wrong[0].code, details);
    }
    return inTime(task, (observer) => simulate(map, request, observer));
  }),

  wholeMap: attempt(({ ask, asked, ...task }: WholeMapTask) => {
    const map = compiledFor(task);
    const answer = answerWholeMap[ask] as (map: CompiledMap, asked: unknown, observer: Observer) => unknown;
    return inTime(task, (observer) => answer(map, asked, observer));
  }),

  readMapFile: attempt(({ text, format, mapId, name, limits }: MapFileText) => {
    const reading =
      format === 'csv'
        ? readMapCsv(text, { mapId, mapName: name ?? nameOfTable, limits })
        : readMapFile(text, { mapId, limits });
    if ('problems' in reading) {
      const tooLarge = reading.problems.every(({ code }) => code === 'MAP_TOO_LARGE');
      throw new DownstreamError(tooLarge ? 'MAP_TOO_LARGE' : 'FILE_INVALID', reading.problems);
    }
    const { content } = reading;
    return name === undefined ? content : { ...content, map: { ...content.map, name } };
  }),

  writeMapFile: attempt(({ content, format }: MapFileWanted) =>
    format === 'csv' ? writeMapCsv(contentIn(content)) : writeMapFile(contentIn(content), format),
  ),
};
