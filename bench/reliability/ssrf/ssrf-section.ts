import { floorTable } from '../../report/table.ts';
import { hostileFloors } from '../reliability-floors.ts';
import type { SsrfResults } from './measure-ssrf.ts';

/** What the page says of a run. */
export function ssrfSection({ forms, letThrough, refusedAtSaving, ordinary, left }: SsrfResults): string {
  return [
    floorTable([
      { floor: hostileFloors.addresses, value: forms },
      { floor: hostileFloors.addressesReached, value: letThrough.length },
    ]),
    `The forms are listed in \`bench/reliability/ssrf/forbidden-forms.ts\`: addresses in every spelling, names that resolve to them at once or at a later lookup, and redirects. ${refusedAtSaving} of them are refused when a
partner saves them. Here each was posted to four times as if it had been saved, and the connections that the connector would have opened were counted. A stand-in replaces the part that opens connections, so no packet leaves the machine: ${left} sockets
of the process tried to. Of ${ordinary[1]} ordinary addresses, ${ordinary[0]} were let through.`,
    ...letThrough.map((form) => `- ${form}`),
  ].join('\n\n');
}
