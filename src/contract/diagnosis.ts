/** How something is that Segmenta needs: `warning` works, `bad` a person must mend. */
export type Health = "good" | "warning" | "bad";

/** One thing that `segmenta doctor` looked at in the database, as figures; the words are the doctor's. */
export type DatabaseCheck =
  /** `reason`, when nothing answers: a sentence without the address or the password. */
  | {
      readonly name: "reachable";
      readonly state: Health;
      readonly embedded: boolean;
      readonly reason?: string;
    }
  | { readonly name: "version"; readonly state: Health; readonly version: string }
  | {
      readonly name: "migrations";
      readonly state: Health;
      readonly pending: number;
      readonly isNewer: boolean;
    }
  /** How far the server's clock is ahead of ours. */
  | { readonly name: "clock"; readonly state: Health; readonly aheadSeconds: number }
  /** On the disk of the embedded server; nothing is known of others. */
  | { readonly name: "space"; readonly state: Health; readonly freeBytes: number };
