import type { Commit, LogEntry } from '@downstream/graph-schema/change';
import { applyEntry } from '@downstream/graph-schema/apply-entry';
import { referenceKey, type Item, type StoredItem } from '@downstream/graph-schema/item';
import { contentOf } from '@downstream/graph-schema/map-content';
import { brokenRules } from '@downstream/graph-schema/map-rules';
import type { MapAtRevision } from '@downstream/graph-schema/map-content';
import type { Role } from '@downstream/graph-schema/principal';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { applyChanges } from '../open-map/apply-changes';
import type { MapServer } from '../open-map/open-map-store';
import { Unreachable } from '../server/call';
import type { LiveListener } from '../server/live';

/** A server of one map in memory, with a network that can be cut and a stream that speaks when told to. */
export class SmallServer implements MapServer {
  revision = 1;
  items: ReadonlyMap<string, StoredItem>;
  readonly log: LogEntry[] = [];
  readonly received: Commit[] = [];
  private readonly answers = new Map<string, LogEntry>();
  private readonly listeners = new Set<LiveListener>();
  private isCut = false;
  private losesAnswers = false;

  constructor(items: readonly Item[]) {
    this.items = new Map(
      items.map((item) => [referenceKey(item), { item, version: 1, audience: 'everyone' }]),
    );
  }

  read(role: Role = 'owner'): MapAtRevision {
    return { revision: this.revision, role, items: [...this.items.values()] };
  }

  /** Nothing comes or goes. */
  cut(): void {
    this.isCut = true;
    for (const listener of this.listeners) listener.lost();
  }

  /** Commits arrive, but what is answered does not. */
  loseAnswers(): void {
    this.losesAnswers = true;
  }

  mend(): void {
    this.isCut = false;
    this.losesAnswers = false;
    for (const listener of this.listeners) listener.connected();
  }

  /** Somebody else commits; `quietly` where the stream has not told yet. */
  other(changes: Commit['changes'], { quietly = false } = {}): LogEntry {
    const entry = this.keep(changes, 'somebody else');
    if (!quietly) for (const listener of this.listeners) listener.entries([entry]);
    return entry;
  }

  /** Somebody deletes the map. */
  remove(): void {
    for (const listener of this.listeners) listener.gone();
  }

  /** The stream tells all that it has to tell. */
  tell(): void {
    for (const listener of this.listeners) listener.entries(this.log);
  }

  sendCommit = async (_map: string, commit: Commit): Promise<{ revision: number; entry: LogEntry }> => {
    await Promise.resolve();
    if (this.isCut) throw new Unreachable('cut');
    this.received.push(commit);
    const entry = this.answers.get(commit.idempotencyKey) ?? this.judge(commit);
    this.answers.set(commit.idempotencyKey, entry);
    if (this.losesAnswers) throw new Unreachable('the answer was lost');
    return { revision: entry.revision, entry };
  };

  readChanges = async (_map: string, since: number): Promise<{ revision: number; entries: LogEntry[] }> => {
    await Promise.resolve();
    if (this.isCut) throw new Unreachable('cut');
    return { revision: this.revision, entries: this.log.filter(({ revision }) => revision > since) };
  };

  follow = (_map: string, listener: LiveListener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private judge({ changes }: Commit): LogEntry {
    for (const change of changes) {
      const key = referenceKey(change.op === 'put' ? change.item : change);
      const version = this.items.get(key)?.version ?? 0;
      if (change.expectedVersion !== undefined && change.expectedVersion !== version) {
        throw new DownstreamError('VERSION_CONFLICT');
      }
    }
    const after = [...applyChanges(this.items, changes).items.values()].map(({ item }) => item);
    if (brokenRules(contentOf(after)).length > 0) throw new DownstreamError('REFERENCED');
    return this.keep(changes, 'me');
  }

  private keep(changes: Commit['changes'], by: string): LogEntry {
    const { logged } = applyChanges(this.items, changes);
    this.revision += 1;
    const entry: LogEntry = { revision: this.revision, by, at: '2026-01-01T00:00:00.000Z', changes: logged };
    this.items = applyEntry(this.items, entry);
    this.log.push(entry);
    return entry;
  }
}
