import { controlPrefix } from '../control/prefix.ts';
import { scenarioGroups } from './table.ts';

const controls: readonly (readonly [request: string, what: string])[] = [
  ['GET ', 'seed, and where the other things are'],
  ['GET /scenarios', 'the table above as JSON'],
  ['GET /sample-clip.mp4', 'a small clip to send, two seconds of a synthetic runner'],
  ['POST /reset', 'as after the start'],
  ['GET /clock', 'the emulated time and how it goes by'],
  ['PUT /clock', '`{"kind": "frozen"}` or `{"kind": "running", "rate": 60}`'],
  ['POST /clock/advance', '`{"ms": 86400000}`; answers once all that fell due has happened'],
  ['GET /requests', 'the journal; every parameter is a field and its value: `?operation=getResults&status=202`'],
  ['GET /deliveries', 'attempts to post events, likewise: `?event=analysis.completed&wait_ms=5000` waits for one'],
  ['DELETE /journal', 'clears both'],
  ['POST /deliveries/{webhook-id}/replay', 'posts an event once more'],
  ['GET /webhook-secret', 'what the key’s events are signed with'],
  ['PUT /behaviour', '`{"scenario": "slow", "strict": true, "poll_ms": 0}`, for requests that choose no scenario'],
  [
    'PUT /faults',
    '`{"latency_ms": 80, "jitter_ms": 40, "reset_share": 0.01, "error_share": 0.02, "rate_limit_share": 0.05, "operations": ["getResults"]}`: by chance, the same at every run of a seed; `{}` for none',
  ],
  [
    'PUT /analyses/{id}',
    '`{"status": "analyzing", "percentage": 42}` or `{"status": "failed", "reason": "no_person"}`',
  ],
  ['POST /credits', '`{"credits": 3}`: grants them; from then on starts are charged'],
  ['POST /keys', '`{"partner": "Acme", "credits": 3}`: a partner and its key'],
  ['POST /keys/rotate', 'a new key in the place of the request’s'],
  ['POST /keys/revoke', 'the request’s key stops'],
  ['POST /snapshots', 'keeps store, clock and behaviour, but no events that are under way; answers its id'],
  ['POST /snapshots/{id}/restore', 'puts it back, any number of times'],
];

/** `docs/reference/emulator.md`. */
export function emulatorPage(): string {
  const tables = scenarioGroups.flatMap(({ title, scenarios }) => [
    '',
    `### ${title}`,
    '',
    '| name | what it brings about |',
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

\`stridelab emulate\` answers as \`stridelab serve\` does: the same routes, schemas, keys and refusals, for they are the same code. In the place of the analysis a synthetic runner is filmed and
measured by the real metrics and score; stores are in memory; time is the emulator’s own. Nothing is written to disk, and no network, FFmpeg or image library is loaded.

- **Deterministic.** Ids, keys, secrets, people and chance follow from \`--seed\`. With a frozen clock the same requests of a key get the same bytes; with a running one they differ in their times.
- **Drop-in.** A client changes its base URL. Any API key is taken, and each is a partner of its own with its own time, stores, credits and journal, so parallel test runs do not meet. Keys that
  begin with \`invalid\` or \`revoked\` are answered 403. \`--keys a,b\` takes these alone.
- **Videos** are judged by their container: size, duration, number of frames, formats, as by the real server. Pictures are not decoded. \`--any-video\` takes any bytes for a clip.
- **Results** follow height, pace, treadmill, language, view and the clip’s length, size and rate. The name of the clip says which of eight people is filmed.
- **Webhooks** are posted to this machine alone; \`--webhook-allow\` names others. \`http:\` addresses are taken.

## Time

| clock | how |
|---|---|
| frozen (\`--frozen\`; the library’s default) | stands at 2026-01-01T09:00:00Z until it is put forward. A poll of the results lets 4 s go by for that analysis alone (\`--poll-ms\`), so that a client which polls comes to the end |
| running (the command’s default) | begins now; \`--rate 60\` makes a minute of every second |

An analysis waits 1 s and takes 11 s more. What analyses do by the emulated time is done before a request is answered; messages to a webhook are waited for when time is put forward. Links expire, webhooks come again
and rate limits count by the emulated time: putting it forward by a day runs a day’s schedule at once, in order.

## Choosing a scenario

By any of these, the later ones going before the earlier: the name of the \`subject_id\`’s subject, the clip’s file name (\`slow.mp4\`), the header \`StrideLab-Scenario: slow\`. Several are joined
with \`+\` in a name and with commas in the header: \`forefoot+webhook-late.mp4\`. A capital N stands for a whole number: \`stuck-at-45.mp4\`. Names that are not in the table choose nothing; in the
header they are answered 400. A name acts on its analysis, a header on any request: refusals, connections and latency on that request itself. The answer names the scenarios in
\`StrideLab-Scenario\`.

\`Prefer: code=402\`, as Prism’s users write it, has a request answered with that status’s documented example; \`Prefer: code=400, example=failed\` names one. Nothing else happens then.

## Scenarios`.split('\n');

const middle = `
## Violations

Whatever a request breaks of the contract is told in \`StrideLab-Contract-Violations\`, JSON in the form of FastAPI’s errors: unknown fields and parameters, fields without effect, wrong values, the
older spelling of a path, unknown paths. Of many the first 20 are told, as far as they fit in a header, and long names are shortened; \`StrideLab-Contract-Violations-Count\` says how many there
were, and the journal keeps all. \`--strict\` refuses unknown fields with 422.

## Controls

All under \`${controlPrefix}\`, which the real server does not have. With \`?apiKey=KEY\` they act on that key’s world, without it on all; the journal, credits and secrets are a key’s own (\`test\` where
none is given).

| request | what |
|---|---|`.split('\n');

const closing = `
In Node the same is \`startEmulator()\` of \`stridelab/emulator\`: \`api.url\`, \`api.advance(ms)\`, \`api.setClock(mode)\`, \`api.reset()\`, \`api.journal.requests(filter)\`, \`api.journal.waitForDelivery(filter)\`,
\`api.replay(id)\`, \`api.setScenario(names)\`, \`api.setFaults(rule)\`, \`api.setStrict(true)\`, \`api.bringTo(id, state)\`, \`api.grantCredits(amount)\`, \`api.snapshot()\`, \`api.restore(snapshot)\`,
\`await api.close()\`; \`sampleClip()\` is a clip to send. The last argument of most is the key that they act on.

## What it does not do

- A clip whose container is sound and whose pictures are damaged is taken; the real server refuses some of these.
- Every annotated video and thumbnail shows the same two seconds of one synthetic runner seen from the side.
- Nothing is kept across a restart. Within a run nothing is given up either: 10,000 analyses take about 330 MB until a reset.`.split(
  '\n',
);
