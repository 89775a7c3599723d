// Faults in a report: of the suite itself, or of the driver through which a target was called. Either makes a run unreliable.

const ofDriver = 'fault of the driver: ';

/** As the report keeps it; `message` is that of a DriverFault, of several lines. */
export function faultOfDriver(message: string): string {
  return `${ofDriver}${message}`;
}

/** For people: whose fault it is, and what it is; for a driver also how to fix it and what it wrote last. */
export function linesOfFault(fault: string): readonly string[] {
  const lines = fault.split('\n');
  return fault.startsWith(ofDriver) ? lines : [`fault of the suite: ${lines[0] ?? ''}`];
}

/** The reason for the exit code of a run with it, in one line. */
export function reasonOfFault(fault: string): string {
  const [line = ''] = fault.split('\n', 1);
  return fault.startsWith(ofDriver) ? line : `the suite itself failed: ${line}`;
}
