import { docsPath, type SectionedPage } from './sectioned-page.ts';
import { floorRowsOf, floorTableOf } from './table.ts';

/** The page's parts, in the order in which they stand. */
export const reliabilityParts = {
  'kills-embedded': 'Killed at random, embedded store',
  'kills-postgresql': 'Killed at random, PostgreSQL',
  media: 'Hostile media',
  requests: 'Fuzzed requests',
  ssrf: 'Webhooks to where they must not go',
  tenants: 'One tenant after the ids of another',
  machines: 'Several machines',
  queue: 'What the queue costs',
  soak: 'Half an hour of steady load',
} as const;
export type ReliabilityPart = keyof typeof reliabilityParts;

const introduction = `# Reliability

What happens under failures and attacks, and what protection costs. The command under each heading writes that part; this table repeats the floors of all parts.
The tests run a short form of each. The promises are in [security.md](security.md) and in the [operator's guide](guides/operate.md).
`;

/** What is measured of reliability: docs/reliability.md. */
export const reliabilityPage: SectionedPage<ReliabilityPart> = {
  path: docsPath('reliability.md'),
  introduction: (sectionOf) => {
    const rows = (Object.keys(reliabilityParts) as ReliabilityPart[]).flatMap((id) => floorRowsOf(sectionOf(id) ?? ''));
    return rows.length === 0 ? introduction : `${introduction}\n${floorTableOf(rows)}\n`;
  },
  sections: reliabilityParts,
  command: (id) => `npm run bench -- reliability --part ${id}`,
};
