import { floorTable } from '../../report/table.ts';
import { hostileFloors } from '../reliability-floors.ts';
import type { TenantResults } from './measure-tenants.ts';

/** What the page says of a run. */
export function tenantsSection({ operations, attempts, leaks, withoutControl }: TenantResults): string {
  return [
    floorTable([{ floor: hostileFloors.tenantLeaks, value: leaks.length }]),
    `Two partners each have a subject, a deleted subject, a finished analysis with its pictures and frames, and a waiting one. With the key of one, every id of the other
(including partner and key ids, in capitals too, and signatures of its own links on the other's paths) was sent to every place for ids in all ${operations} endpoints of the contract that take one:
${attempts} requests, each paired with one for an id that does not exist. Status, headers (except \`date\` and the request's id) and body were compared byte for byte. No answer may mention the
other's data, and the other must see its own data unchanged afterwards. ${withoutControl.length === 0 ? 'Every such endpoint answers its owner differently, so equal answers are meaningful.' : `Not shown for ${withoutControl.join(', ')}: they did not answer the owner differently.`}`,
    ...leaks.map((leak) => `- ${leak}`),
  ].join('\n\n');
}
