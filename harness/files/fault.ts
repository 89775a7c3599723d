// Faults in a report: of the suite itself, or of the driver by which a target was called. Either makes a run doubtful.

const ofDriver = 'fault of the driver: ';

/** As the report keeps it; `message` is that of a DriverFault, of several lines. */
export function faultOfDriver(message: string): string {
  return `${ofDriver}${message}`;
}

/** For people: whose fault it is, and what; of the driver also how to mend it and what it wrote last. */
export function linesOfFault(fault: string): readonly string[] {
  const lines = fault.split('\n');
  return fault.startsWith(ofDriver) ? lines : [`fault of the suite: ${lines[0] ?? ''}`];
}

/** Why a run with it ends as it does, in one line. */
export function reasonOfFault(fault: string): string {
  const [line = ''] = fault.split('\n', 1);
  return fault.startsWith(ofDriver) ? line : `the suite itself failed: ${line}`;
}
