// Errors that end the command with a message and an exit code, and without a stack trace.

import { exitCodes } from '../../results/exit-code.js';

export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  constructor(
    readonly exitCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** A mistake in the user's input; the message names it and the fix. */
export function usageError(message: string): CommandFailure {
  return new CommandFailure(exitCodes.usage, message);
}

/** A guard objects, so that nothing was sent. */
export function refusal(message: string): CommandFailure {
  return new CommandFailure(exitCodes.refused, `${message} Nothing was created or changed.`);
}

/** The message of a failed system call, in one line. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
}
