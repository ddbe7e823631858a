const lifeMs = 10 * 60_000;
const most = 1_000;

export interface Cache<T> {
  readonly find: (key: string) => Promise<T>;
  /** Looks it up again the next time: somebody heard that it changed. */
  readonly forget: (key: string) => void;
}

/**
 * Remembers what was looked up for ten minutes. Only for what another process can look up itself, and may be a little
 * old. A failure is not remembered.
 */
export function createCache<T>(load: (key: string) => Promise<T>, now: () => number = Date.now): Cache<T> {
  const entries = new Map<string, { readonly value: Promise<T>; readonly until: number }>();
  return {
    find(key) {
      const known = entries.get(key);
      if (known !== undefined && known.until > now()) return known.value;
      const value = load(key);
      value.catch(() => entries.delete(key));
      const [oldest] = entries.keys();
      if (entries.size >= most && oldest !== undefined) entries.delete(oldest);
      entries.set(key, { value, until: now() + lifeMs });
      return value;
    },
    forget: (key) => void entries.delete(key),
  };
}
