// An error that the host returns itself, without the service.

export interface Failure {
  readonly error: string;
  /** The HTTP status. */
  readonly status: number;
  readonly message: string;
}

/** Thrown if a request cannot be read; the message is for the client. */
export class RequestFault extends Error implements Failure {
  override readonly name = 'RequestFault';
  constructor(
    readonly error: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}
