export interface RecentlyUsed<Value> {
  get(key: string): Value | undefined;
  /** Keeps the value, and lets the one go that was used longest ago where there are too many. Gives the value back. */
  set(key: string, value: Value): Value;
  delete(key: string): void;
}

/** At most `most` values, by key. */
export function recentlyUsed<Value>(most: number): RecentlyUsed<Value> {
  const values = new Map<string, Value>();
  const touch = (key: string, value: Value): Value => {
    values.delete(key);
    values.set(key, value);
    return value;
  };
  return {
    get(key) {
      const value = values.get(key);
      return value === undefined ? undefined : touch(key, value);
    },
    set(key, value) {
      touch(key, value);
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
      return value;
    },
    delete: (key) => void values.delete(key),
  };
}
