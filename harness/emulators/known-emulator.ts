// What is known of an emulator: where it comes from, how it is installed, and how it is started. One file each in `known/`.

import type { Package } from '../files/release.js';

export interface KnownEmulator {
  /** As its authors write it. */
  readonly title: string;
  readonly homepage: string;
  /** SPDX identifier, or what its authors say instead. */
  readonly license: string;
  /** The version that the install commands bring, and that published results are of; absent where there are none. */
  readonly version?: string | undefined;
  /** Where its releases are; absent where no registry serves them. */
  readonly package?: Package | undefined;
  /** Commands that install it on a plain Linux machine, or what has to be there instead. */
  readonly install: readonly string[];
  /** Absent where the suite cannot start it: then `reach` says how to judge it by its URL. */
  readonly start?: StartRecipe | undefined;
  /** The options of `run` that judge it once somebody has started it. */
  readonly reach: string;
  /** What a user has to know before. */
  readonly remark?: string | undefined;
}

export interface StartRecipe {
  /** A program of this name on the PATH, unless the user gives another. */
  readonly program: string;
  readonly argumentsFor: (port: number) => readonly string[];
  /** Added to the environment of the emulator. */
  readonly environmentFor?: (port: number) => Readonly<Record<string, string>>;
}
