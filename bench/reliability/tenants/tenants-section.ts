import { floorTable } from '../../report/table.ts';
import { hostileFloors } from '../reliability-floors.ts';
import type { TenantResults } from './measure-tenants.ts';

/** What the page says of a run. */
export function tenantsSection({ operations, attempts, leaks, withoutControl }: TenantResults): string {
  return [
    floorTable([{ floor: hostileFloors.tenantLeaks, value: leaks.length }]),
    `Two partners have a subject, a deleted subject, a finished analysis with its pictures and frames, and a waiting one each. With the key of one, every id of the other
(partner and key ids too, as they are and in capitals, and signatures of its own links on the other's paths) went to every place of all ${operations} endpoints of the contract that takes an id:
${attempts} requests, each beside one with an id that nothing has. Status, headers (but \`date\` and the request's id) and body were compared byte for byte; no answer may name a thing of the
other's, and all that the other is told of its own must be the same afterwards. ${withoutControl.length === 0 ? 'Every such endpoint answered the owner otherwise, so that an equal answer says something.' : `Not shown for ${withoutControl.join(', ')}: they answered the owner no otherwise.`}`,
    ...leaks.map((leak) => `- ${leak}`),
  ].join('\n\n');
}
