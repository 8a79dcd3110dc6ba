import type { ScenarioGroup } from './scenario.ts';

/** What goes wrong on the way. */
export const connections: ScenarioGroup = {
  title: 'Connections',
  scenarios: [
    {
      name: 'connection-reset',
      what: 'The connection is reset and nothing is answered.',
      effects: { connection: 'reset' },
    },
    {
      name: 'connection-cut',
      what: 'The connection breaks off in the middle of the answer: half of its body comes.',
      effects: { connection: 'cut' },
    },
    {
      name: 'latency-N',
      what: 'The answer comes N milliseconds later.',
      effects: (n) => ({ latencyMs: Math.min(n, 60_000) }),
    },
  ],
};
