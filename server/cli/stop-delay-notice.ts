/** What a server needs to end after `stop-delay`, at most, seconds. */
export const stopWorkS = 30;
/** TimeoutStopSec of the unit that comes with StrideLab, seconds. */
export const unitTimeoutS = 90;

/**
 * What to say where systemd may kill the server while it still takes requests; null where our unit's time is enough. Which time the unit
 * has that the server runs in cannot be seen from within.
 */
export function stopDelayNotice(stopDelayS: number, environment: NodeJS.ProcessEnv): string | null {
  // systemd sets it for whatever a unit starts.
  if (environment.INVOCATION_ID === undefined || stopDelayS + stopWorkS <= unitTimeoutS) return null;
  return `stop-delay is ${stopDelayS} s: TimeoutStopSec of the unit must be at least ${stopDelayS + stopWorkS} s, or systemd kills the server before (StrideLab's own unit has ${unitTimeoutS}).`;
}
