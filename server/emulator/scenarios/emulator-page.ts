import { controlPrefix } from '../control/prefix.ts';
import { scenarioGroups } from './table.ts';

const controls: readonly (readonly [request: string, what: string])[] = [
  ['GET ', 'the seed and the other addresses'],
  ['GET /scenarios', 'the table above as JSON'],
  ['GET /sample-clip.mp4', 'a small clip to send, two seconds of a synthetic runner'],
  ['POST /reset', 'resets to the state after the start'],
  ['GET /clock', 'the emulated time and its mode'],
  ['PUT /clock', '`{"kind": "frozen"}` or `{"kind": "running", "rate": 60}`'],
  ['POST /clock/advance', '`{"ms": 86400000}`; answers when everything that fell due has happened'],
  ['GET /requests', 'the journal, filtered by fields: `?operation=getResults&status=202`'],
  [
    'GET /deliveries',
    'attempts to post events, filtered in the same way; `?event=analysis.completed&wait_ms=5000` waits for one',
  ],
  ['DELETE /journal', 'clears both'],
  ['POST /deliveries/{webhook-id}/replay', 'posts an event again'],
  ['GET /webhook-secret', 'the secret that signs the key’s events'],
  ['PUT /behaviour', '`{"scenario": "slow", "strict": true, "poll_ms": 0}`, for requests that choose no scenario'],
  [
    'PUT /faults',
    '`{"latency_ms": 80, "jitter_ms": 40, "reset_share": 0.01, "error_share": 0.02, "rate_limit_share": 0.05, "operations": ["getResults"]}`: random, but the same in every run with a seed; `{}` for none',
  ],
  [
    'PUT /analyses/{id}',
    '`{"status": "analyzing", "percentage": 42}` or `{"status": "failed", "reason": "no_person"}`',
  ],
  ['POST /credits', '`{"credits": 3}`: grants credits; from then on starts are charged'],
  ['POST /keys', '`{"partner": "Acme", "credits": 3}`: a partner and its key'],
  ['POST /keys/rotate', 'replaces the request’s key'],
  ['POST /keys/revoke', 'revokes the request’s key'],
  [
    'POST /snapshots',
    'saves store, clock and behaviour, and what a webhook scenario has refused, holds back or posts later, but no events in progress; answers its id',
  ],
  ['POST /snapshots/{id}/restore', 'restores it, any number of times'],
];

/** `docs/reference/emulator.md`. */
export function emulatorPage(): string {
  const tables = scenarioGroups.flatMap(({ title, scenarios }) => [
    '',
    `### ${title}`,
    '',
    '| name | effect |',
    '|---|---|',
    ...scenarios.map(({ name, what }) => `| \`${name}\` | ${what} |`),
  ]);
  const controlRows = controls.map(([request, what]) => {
    const [method, path = ''] = request.split(' ');
    return `| \`${method} ${controlPrefix}${path}\` | ${what} |`;
  });
  return `${[...opening, ...tables, ...middle, ...controlRows, ...closing].join('\n')}\n`;
}

const opening = `# The emulator

Written by \`npm run docs\` from \`server/emulator/scenarios/\`; change it there. How to write tests with it: [contract tests](../guides/contract-tests.md).

\`stridelab emulate\` answers as \`stridelab serve\` does, with the same code for routes, schemas, keys and refusals. Instead of analysing a video, it simulates a runner and computes results with the real metrics and scores. Stores are in memory, and the emulator has its own clock. Nothing is written to disk, and no pose network, FFmpeg or image library is loaded.

- **Deterministic.** \`--seed\` determines ids, keys, secrets, people and random events. With a frozen clock, the same requests with a key get the same bytes; with a running clock, only times differ.
- **Drop-in.** A client changes its base URL. Any API key is accepted, and each is a partner with its own time, stores, credits and journal, so parallel test runs do not interfere. Keys that
  begin with \`invalid\` or \`revoked\` are answered 403. \`--keys a,b\` accepts only these keys.
- **Videos** are checked by their container as on the real server: size, duration, number of frames, formats. Pictures are not decoded. \`--any-video\` accepts any bytes as a clip.
- **Results** depend on height, pace, treadmill, language, view and the clip’s length, size and frame rate. The name of the clip selects one of eight people.
- **Webhooks** are posted only to this machine; \`--webhook-allow\` permits others. \`http:\` addresses are accepted.

## Time

| clock | behaviour |
|---|---|
| frozen (\`--frozen\`; the library’s default) | stands at 2026-01-01T09:00:00Z until it is advanced. Each poll of the results advances its analysis alone by 4 s (\`--poll-ms\`), so that a client that polls reaches the end |
| running (the command’s default) | begins now; with \`--rate 60\`, a second counts as a minute |

An analysis waits 1 s and then takes 11 s. Everything that is due in emulated time is done before a request is answered; advancing the clock also waits for webhook messages, which are sent one after the other, by their time and then by the analysis’s id. Link expiry, webhook retries
and rate limits use emulated time: advancing by a day runs a day’s schedule at once, in order.

## Choosing a scenario

Choose a scenario by one of these; a later one overrides an earlier one:

1. the name of the subject in \`subject_id\`
2. the clip’s file name: \`slow.mp4\`
3. the header \`StrideLab-Scenario: slow\`

- Combine several with \`+\` in a name, with commas in the header: \`forefoot+webhook-late.mp4\`.
- N stands for a whole number: \`stuck-at-45.mp4\`.
- Unknown names in a clip or subject have no effect; in the header they are answered 400.
- A name acts on its analysis. A header acts on any request: refusals, connections and latency on that request itself.
- The answer lists the active scenarios in \`StrideLab-Scenario\`.

\`Prefer: code=402\`, the syntax of Prism, answers a request with the documented example of that status; \`Prefer: code=400, example=failed\` selects an example by name. The request has no other effect.

## Scenarios`.split('\n');

const middle = `
## Violations

The header \`StrideLab-Contract-Violations\` of the answer reports how a request violates the contract, as JSON in the form of FastAPI’s errors: unknown fields and parameters, fields without effect, wrong values, the
older spelling of a path, unknown paths. It has at most 20, as far as they fit in a header, with long names shortened. \`StrideLab-Contract-Violations-Count\` has the total, and the journal keeps all. \`--strict\` refuses unknown fields with 422.

## Controls

All are under \`${controlPrefix}\`, which the real server does not have. With \`?apiKey=KEY\` they act on that key’s data, without it on all. Journal, credits and secrets always belong to one key (\`test\` if
none is given).

| request | effect or content |
|---|---|`.split('\n');

const closing = `
In Node.js, \`startEmulator()\` of \`stridelab/emulator\` offers the same: \`api.url\`, \`api.advance(ms)\`, \`api.setClock(mode)\`, \`api.reset()\`, \`api.journal.requests(filter)\`, \`api.journal.waitForDelivery(filter)\`,
\`api.replay(id)\`, \`api.setScenario(names)\`, \`api.setFaults(rule)\`, \`api.setStrict(true)\`, \`api.bringTo(id, state)\`, \`api.grantCredits(amount)\`, \`api.snapshot()\`, \`api.restore(snapshot)\`,
\`await api.close()\`; \`sampleClip()\` returns a clip to send. The last argument of most functions is the key that they act on.

## What it does not do

- It accepts a clip with a sound container and damaged pictures; the real server refuses some of these.
- Every annotated video and thumbnail shows the same two seconds of one synthetic runner from the side.
- Nothing survives a restart. Within a run nothing is discarded until a reset: 10,000 analyses take about 330 MB.`.split(
  '\n',
);
