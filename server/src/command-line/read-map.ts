import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { basename, extname } from 'node:path';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { readMapCsv } from '@downstream/graph-schema/read-map-csv';
import { readMapFile } from '@downstream/graph-schema/read-map-file';
import { refusal } from './refusal.js';

/** On one's own machine the limits of a server do not hold; these keep memory within what a laptop has. */
const tables = { parties: 1_000_000, links: 5_000_000, characters: 500_000_000 };
/** Map files as large as a server takes in, unless it is told otherwise: it writes out no larger ones either. */
const written = { ...tables, characters: 32 * 1024 * 1024 };

/**
 * Reads a map from a file: YAML, JSON or, by its ending, a table of links with, if given, a table of parties beside
 * it. Throws a refusal where a file cannot be read, FILE_INVALID with every mistake where it can.
 */
export async function readMap(file: string, partiesFile?: string): Promise<MapContent> {
  return (await mapReader(file, partiesFile))();
}

/** The same in two steps: what is read from disk now, and reading it as a map as often as one likes. */
export async function mapReader(file: string, partiesFile?: string): Promise<() => MapContent> {
  const isTable = extname(file).toLowerCase() === '.csv';
  if (partiesFile !== undefined && !isTable) {
    throw refusal(
      '--parties goes with a CSV file; in YAML and JSON the parties stand in the map file itself.',
    );
  }
  const mapId = basename(file, extname(file));
  const text = await textOf(file, isTable ? tables : written);
  const parties = partiesFile === undefined ? {} : { parties: await textOf(partiesFile, tables) };
  return () => {
    const reading = isTable
      ? readMapCsv(text, { mapId, mapName: mapId, limits: tables, ...parties })
      : readMapFile(text, { mapId, limits: written });
    if ('content' in reading) return reading.content;
    throw new DownstreamError('FILE_INVALID', reading.problems);
  };
}

async function textOf(file: string, { characters }: { characters: number }): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      await bytesOf(file, characters * bytesOfCharacter),
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw refusal(`There is no file ${file}; check its name and folder.`);
    if (code === 'EISDIR') throw refusal(`${file} is a folder; name a file in it.`);
    if (code === 'EACCES' || code === 'EPERM')
      throw refusal(`${file} may not be read; check its permissions.`);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw refusal(`${file} is no UTF-8 text; save it as UTF-8.`);
    throw error;
  }
}

/** At most, in UTF-8, of one that a string counts as one. */
const bytesOfCharacter = 3;

/** Read in pieces and counted as they come: what a pipe or a device holds, nobody says beforehand. */
async function bytesOf(file: string, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 1_000_000 }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw refusal(`${file} has more than ${most} bytes; this reads no more.`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
