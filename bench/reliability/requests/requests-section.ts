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
    `Requests made by \`test/fuzz/\` (seed ${seed}) over loopback to the real server with one of everything, in ${figure(durationS)} s: right ones of all ${operations} operations, nearly right ones and hostile ones, with
keys that are right, wrong, missing and doubled, ids of other partners and of nothing, values that schemas hardly allow, ranges, languages, content types, and forms that break the rules of multipart;
${raw} of them bytes on a bare socket, most of which are no HTTP. Every answer was held against the OpenAPI document by the client and against the contract's schemas in the server, its security headers too.
A fault is an answer of 5xx, or none.`,
    ...[...faults, ...violations].slice(0, mostShown).map((text) => `- ${text.slice(0, 1000)}`),
  ].join('\n\n');
}
