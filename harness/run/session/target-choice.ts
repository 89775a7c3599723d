// The targets of a run, as a closed union, and their names on the command line.

export type TargetChoice =
  /** The reference service behind a mock of the SDK's client, in this process. */
  | { readonly kind: 'builtin' }
  /** The reference service behind the bundled emulator. */
  | { readonly kind: 'builtin-http' }
  /** `start` is a command that starts what listens at the URL. */
  | { readonly kind: 'http'; readonly url: string; readonly start?: string | undefined }
  /** A file that exports `createTarget`, as the user named it and as the URL to import. */
  | { readonly kind: 'module'; readonly file: string; readonly url: string }
  /** A program that calls the endpoint. */
  | {
      readonly kind: 'driver';
      readonly command: string;
      readonly endpoint: string;
      readonly start?: string | undefined;
    }
  /** A known emulator, started for the run; `program` is its path if it is not on the PATH. */
  | { readonly kind: 'emulator'; readonly id: string; readonly program?: string | undefined }
  | { readonly kind: 'aws' }
  /** A target that the user of the library made. */
  | { readonly kind: 'given'; readonly name: string };

/** The value of `--target` that names it; the name of the target in reports. */
export function targetName(choice: TargetChoice): string {
  switch (choice.kind) {
    case 'builtin':
    case 'aws':
      return choice.kind;
    case 'builtin-http':
      return 'builtin:http';
    case 'http':
      return choice.url;
    case 'module':
      return `module:${choice.file}`;
    case 'driver':
      return `driver:${choice.command}`;
    case 'emulator':
      return `emulator:${choice.id}`;
    case 'given':
      return choice.name;
    default:
      return choice satisfies never;
  }
}

/** Its address, if the user gave one. */
export function urlOf(choice: TargetChoice): string | undefined {
  if (choice.kind === 'http') return choice.url;
  return choice.kind === 'driver' ? choice.endpoint : undefined;
}

/** The options of the command line that choose it. */
export function targetWords(choice: TargetChoice): readonly string[] {
  const words = ['--target', targetName(choice)];
  switch (choice.kind) {
    case 'http':
      return [...words, ...given('--start', choice.start), ...hostWords(choice.url)];
    case 'driver':
      return [
        ...words,
        '--endpoint',
        choice.endpoint,
        ...given('--start', choice.start),
        ...hostWords(choice.endpoint),
      ];
    case 'emulator':
      return [...words, ...given('--emulator-program', choice.program)];
    case 'builtin':
    case 'builtin-http':
    case 'module':
    case 'aws':
    case 'given':
      return words;
    default:
      return choice satisfies never;
  }
}

function given(option: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [option, value];
}

function hostWords(url: string): readonly string[] {
  const { hostname } = new URL(url);
  return isLoopback(hostname) ? [] : ['--allow-host', hostname];
}

/** Whether the host of a URL is this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
