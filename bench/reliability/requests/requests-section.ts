import { figure, floorTable } from '../../report/table.ts';
import { hostileFloors } from '../reliability-floors.ts';
import type { RequestResults } from './measure-requests.ts';

/** Of what went wrong so much is shown. */
const mostShown = 20;

/** What the page says of a run. */
export function requestsSection({
  sent,
  raw,
  operations,
  seed,
  durationS,
  faults,
  violations,
}: RequestResults): string {
  return [
    floorTable([
      { floor: hostileFloors.requests, value: sent },
      { floor: hostileFloors.requestFaults, value: faults.length },
      { floor: hostileFloors.requestViolations, value: violations.length },
    ]),
    `\`test/fuzz/\` (seed ${seed}) sent requests over loopback to the real server, whose store had one of everything, in ${figure(durationS)} s: valid, nearly valid and hostile ones for all ${operations} operations. They vary
keys (right, wrong, missing, repeated), ids (other partners', unknown), values at the edge of the schemas, ranges, languages, content types, and forms that violate multipart.
${raw} of them were bytes on a bare socket, most of which are not HTTP. Every answer, with its security headers, was checked against the OpenAPI document by the client and against the contract's schemas in the server.
A fault is a 5xx or no answer.`,
    ...[...faults, ...violations].slice(0, mostShown).map((text) => `- ${text.slice(0, 1000)}`),
  ].join('\n\n');
}
