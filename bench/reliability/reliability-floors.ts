import type { Floor } from '../floors.ts';

const none = (what: string): Floor => ({ what, unit: 'of them', floor: 0, aim: 0, better: 'less', counted: true });
const count = (what: string, floor: number): Floor => ({
  what,
  unit: 'done',
  floor,
  aim: floor,
  better: 'more',
  counted: true,
});

/** How many rounds are killed, and that nothing comes of them. */
export const killFloors = (store: string) => ({
  rounds: count(`rounds of kills, ${store}`, 200),
  lost: none(`analyses lost by kills, ${store}`),
  double: none(`analyses ended twice by kills, ${store}`),
  credits: none(`credit errors by kills, ${store}`),
  events: none(`webhook events lost or out of order by kills, ${store}`),
  leftovers: none(`files left over by kills, ${store}`),
  secrets: none(`secrets in the logs of kills, ${store}`),
  other: none(`other faults in kills, ${store}`),
});

/** Hostile media, requests and addresses. */
export const hostileFloors = {
  media: count('mutated media files sent', 2000),
  mediaCrashes: none('servers crashed by mutated media'),
  mediaHangs: none('analyses of mutated media over their deadline'),
  mediaFaults: none('mutated media files without a coded answer'),
  mediaLeftovers: none('files and processes left by mutated media'),
  requests: count('fuzzed requests sent', 100_000),
  requestFaults: none('answers of 5xx to fuzzed requests'),
  requestViolations: none('answers to fuzzed requests that break the contract'),
  addresses: count('forms of forbidden webhook addresses tried', 60),
  addressesReached: none('forbidden webhook addresses let through'),
  tenantLeaks: none('answers that tell one tenant of another'),
} as const satisfies Record<string, Floor>;

/** Several machines, and one for long. */
export const loadFloors = {
  soakMinutes: {
    what: 'steady load on one server',
    unit: 'minutes',
    floor: 30,
    aim: 30,
    better: 'more',
    counted: true,
  },
  soakMemory: {
    what: 'memory that a server gains under steady load, beyond what scatter explains',
    unit: 'MB an hour',
    floor: 0,
    aim: 0,
    better: 'less',
  },
  soakHandles: {
    what: 'open files that a server gains under steady load, beyond what scatter explains',
    unit: 'an hour',
    floor: 0,
    aim: 0,
    better: 'less',
  },
  machines: {
    what: '2 API and 4 worker processes on one PostgreSQL against one worker, analyses per second',
    unit: 'x',
    floor: 3.5,
    aim: 3.9,
    better: 'more',
  },
  takeover: {
    what: 'jobs of a worker cut off, taken over after, in leases',
    unit: 'leases',
    floor: 1,
    aim: 1,
    better: 'less',
  },
  takeoversUnclean: none('jobs of a worker cut off that did not end once and well elsewhere'),
  queue: { what: 'queue alone, embedded store', unit: 'jobs/s', floor: 500, aim: 1000, better: 'more' },
} as const satisfies Record<string, Floor>;
