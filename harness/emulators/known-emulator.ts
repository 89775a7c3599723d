// The description of an emulator: its origin, its installation and how it is started. One file each in `known/`.

import type { Package } from '../files/release.js';

export interface KnownEmulator {
  /** The name that its authors use. */
  readonly title: string;
  readonly homepage: string;
  /** SPDX identifier, or what its authors say instead. */
  readonly license: string;
  /** The version of the install commands and of the published results; absent if there are none. */
  readonly version?: string | undefined;
  /** The registry of its releases; absent if there is none. */
  readonly package?: Package | undefined;
  /** Commands that install it on a Linux machine, or what has to be installed instead. */
  readonly install: readonly string[];
  /** Absent if the suite cannot start it; then `reach` says how to judge it by its URL. */
  readonly start?: StartRecipe | undefined;
  /** The options of `run` that judge it once it has been started. */
  readonly reach: string;
  /** By the names of principals, the credentials with which they call it, as with `--principal`; absent if it knows one account. */
  readonly principals?: Readonly<Record<string, string>> | undefined;
  /** A remark for users. */
  readonly remark?: string | undefined;
}

export interface StartRecipe {
  /** The name of an executable on the PATH, unless the user gives another. */
  readonly program: string;
  readonly argumentsFor: (port: number) => readonly string[];
  /** Added to the environment of the emulator. */
  readonly environmentFor?: (port: number) => Readonly<Record<string, string>>;
}
