// The error of a driver that does not keep to its protocol.

/** The driver broke the protocol or died, which is not a fault of its SDK. Ends the run with exit code 7. */
export class DriverFault extends Error {
  override readonly name = 'DriverFault';
}
