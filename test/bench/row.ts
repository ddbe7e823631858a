import type { Scene } from "./scene.ts";

/** One line of the table: a command of ours, and where there is one the notebook's way to do the same. */
export interface Row {
  readonly name: string;
  /** An odd number: the median is shown. */
  readonly rounds: 3 | 5;
  /** A program of `work/` and its arguments, or a command of the built product. */
  readonly ours: Call;
  /** A script of `reference/`, or a program of `work/`, and its arguments; undefined where only an absolute aim makes sense. */
  readonly reference?: Call;
  /** Issue 7's aim. */
  readonly aim?: Aim;
  /** Counts the start of the process and the loading of what it needs; otherwise only the work. */
  readonly wholeProcess?: true;
  /** Makes the data once, before the first round. */
  readonly prepare?: (scene: Scene) => void | Promise<void>;
}

/** A program once the server, whose address it may ask for, is known. */
export type Call = (server: () => string) => Program;

export interface Program {
  readonly name: string;
  readonly arguments: readonly string[];
  /** Bundled as the product is, so that loading it costs what it costs people. */
  readonly bundled?: true;
  /** A reference in this language: what the product stands on, without the product. */
  readonly isOfWork?: true;
}

export interface Aim {
  /** At least so many times as fast as the reference. */
  readonly ratio?: number;
  /** At most. */
  readonly seconds?: number;
  readonly megabytes?: number;
  /** The memory at most so many times the reference's. */
  readonly memoryShare?: number;
  /** The results may differ by this part of the reference's; above, the comparison does not count. */
  readonly agreement?: number;
}
