// The errors of a driver that does not keep to its protocol, or that ends in a call.

/** The driver broke the protocol or died, which is not a fault of its SDK. Ends the run with exit code 7. */
export class DriverFault extends Error {
  override readonly name: string = 'DriverFault';
}

/** The process of a driver ended by itself during a call, which may be the fault of its SDK. */
export class DriverCrash extends DriverFault {
  override readonly name = 'DriverCrash';

  /** `ending` is how it ended, such as an exit code; `printed` is what it wrote on stderr, escaped and shortened. */
  constructor(
    message: string,
    readonly ending: string,
    readonly printed: readonly string[],
  ) {
    super(message);
  }
}
