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
    `Addresses in every spelling, names that lead to them at once or at a later look, and redirects, listed in \`bench/reliability/ssrf/forbidden-forms.ts\`. ${refusedAtSaving} of them are refused when a
partner saves them; here each was posted to four times as if it had been saved, and what counts is what the connector would have opened. It stands in for the one that opens connections, so no packet leaves the machine: ${left} sockets
of the process tried to. Of ${ordinary[1]} ordinary addresses it let ${ordinary[0]} through.`,
    ...letThrough.map((form) => `- ${form}`),
  ].join('\n\n');
}
