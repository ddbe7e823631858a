import type { Day } from "../lib/day.ts";
import type { Locale } from "../lib/locale.ts";

/**
 * Every answer is one Reply: plain data that can be stored as JSON, in no protocol's terms.
 * An edge (Slack, playground, terminal) lays it out and decides, from `privacy`, where it may go.
 */
export interface Reply {
  readonly locale: Locale;
  /** `ok`, or whose turn it is: the person's (`mistake`) or ours (`defect`). */
  readonly outcome: "ok" | "mistake" | "defect";
  readonly privacy: PrivacyClass;
  /** The answer itself, one sentence. */
  readonly headline: string;
  /** Three or four facts against the base. */
  readonly facts?: readonly Fact[];
  /** Lines of prose after the facts. */
  readonly paragraphs?: readonly string[];
  readonly table?: Table;
  readonly charts?: readonly Chart[];
  readonly files?: readonly ReplyFile[];
  /** One reservation, if there is one. */
  readonly caveat?: string;
  /** Ids of team members and channels that stand in the texts: an edge that knows their names shows those. */
  readonly mentions?: readonly string[];
  /** At most four buttons. */
  readonly actions?: readonly Action[];
  readonly form?: Form;
  /** The field of a form that a mistake is about, by its key or name. */
  readonly field?: string;
  /** Data as of, customers, version, receipt: short texts that an edge joins with a dot. */
  readonly footer?: readonly string[];
  /** Long work that has been started; the edge follows it and shows the job's own Reply at the end. */
  readonly job?: StartedJob;
  /** The unrounded numbers behind the words: JSON values only. */
  readonly data: JsonObject;
}

/**
 * What a command says. It cannot say its class, its language or its outcome: `answer` stamps them on it, from what the
 * line declares and from the facts that stand here, so that a command can keep more to itself than its line says, never
 * less.
 */
export interface ReplyBody extends Omit<Reply, "locale" | "outcome" | "privacy"> {
  readonly locale?: never;
  readonly outcome?: never;
  readonly privacy?: never;
  readonly shows?: Shows;
  /** The language of the words, where they are in another than that of the actor's Slack. */
  readonly spokenIn?: Locale;
}

/** Facts by which an answer goes to fewer people than its line allows; files state their own. */
export interface Shows {
  /** The size of the smallest group of people that something in it is said of. */
  readonly people?: number;
  /** Whether values of single customers stand in it. */
  readonly cells?: boolean;
  /** The class of an answer that it repeats. */
  readonly repeats?: PrivacyClass;
}

/** Who may see a Reply: the channel, the actor only, or a list of people by policy. */
export type PrivacyClass = "totals" | "person" | "people";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** The same for the base, with direction and size: "2.3 times the average". */
  readonly comparison?: string;
}

export interface Table {
  readonly columns: readonly { readonly label: string; readonly align: "left" | "right" }[];
  /** Rows of texts, already formatted, each as long as `columns`. */
  readonly rows: readonly (readonly string[])[];
}

/** A picture: a spec of `charts/`, its rows and its words. */
export interface Chart {
  /** The name of `charts/<spec>.vl.json`. */
  readonly spec: string;
  readonly rows: readonly JsonObject[];
  /** Texts of the picture: `title` is the finding; the others are named by the spec (axis and legend titles). */
  readonly words: Readonly<Record<string, string>> & { readonly title: string };
  /** The finding for someone who cannot see the picture. */
  readonly altText: string;
}

/** A file that an edge makes by streaming rows: `openRows(source)` yields them. */
export interface ReplyFile {
  readonly name: string;
  readonly title: string;
  readonly source: FileSource;
  /** How many customers are in it. */
  readonly rows: number;
  /** Whether a column tells who a customer is; decides where the file may go (`privacy.ts`). */
  readonly personal: boolean;
}

/** Where the rows of a file come from; kept as data, so that a Reply can wait in the outbox. */
export type FileSource =
  | {
      readonly kind: "segment";
      readonly segmentId: number;
      readonly columns: readonly string[];
    }
  /** The people of a plan. */
  | {
      readonly kind: "plan";
      readonly planId: number;
      readonly columns: readonly string[];
    }
  /** Customers who changed segment between two days (`YYYY-MM-DD`); ids of segments where only some are meant. */
  | {
      readonly kind: "movers";
      readonly segmentationId: number;
      readonly since: Day;
      readonly until: Day;
      readonly from: number | null;
      readonly to: number | null;
      readonly columns: readonly string[];
    }
  /** A text that is whole in the Reply: a model card. */
  | { readonly kind: "text"; readonly text: string; readonly columns: readonly [] }
  /** The rows of a file that could not be read in. */
  | {
      readonly kind: "rejects";
      readonly importId: number;
      readonly columns: readonly string[];
    };

export interface Action {
  readonly label: string;
  /** The command line that the button says, for example `profile 2`. */
  readonly line: string;
  readonly style?: "primary" | "danger";
  /** Asked before the line is said. */
  readonly confirm?: string;
}

/** Fields for a person to fill in; the answer is a command line again. */
export interface Form {
  readonly title: string;
  readonly submit: string;
  /** What the button says that opens it, where it changes an answer that is complete without; else it stands first. */
  readonly open?: string;
  /** The line that the fields' words are appended to, for example `rename 2`. */
  readonly line: string;
  readonly fields: readonly FormField[];
}

export interface FormField {
  /** Appended as `name=value`; a field named `""` is appended as a bare, quoted word. */
  readonly name: string;
  /** What a mistake calls it, where it has no name. */
  readonly key?: string;
  readonly label: string;
  /** A `segment` or a `customer` is found by typing a part of it, where an edge can search; else it is a text. */
  readonly kind: "text" | "number" | "choice" | "segment" | "customer";
  readonly choices?: readonly { readonly label: string; readonly value: string }[];
  readonly value?: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export interface StartedJob {
  readonly id: number;
  readonly task: string;
}

/** How far long work has come: `done` of `total` in the named step. */
export interface Progress {
  /** In the reader's language, for example "Reading orders.csv". */
  readonly step: string;
  readonly done: number;
  /** 0 when it is not known. */
  readonly total: number;
}
