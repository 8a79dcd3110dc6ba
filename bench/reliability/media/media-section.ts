import { mutationKinds } from '../../../fixtures/hostile/mutate.ts';
import { figure, floorTable, table } from '../../report/table.ts';
import { hostileFloors } from '../reliability-floors.ts';
import type { MediaResults, SentFile } from './measure-media.ts';
import { deadlineS } from './media-server.ts';

const mostShown = 20;

/** What the page says of a run. */
export function mediaSection({ files, crashes, leftovers, mostMemoryBytes, durationS }: MediaResults): string {
  const mutated = files.filter(({ kind }) => kind !== 'bombs');
  const faults = files.filter(({ fault }) => fault === 'answer');
  const hangs = files.filter(({ fault }) => fault === 'hang');
  const slowest = files.toSorted((a, b) => b.ms - a.ms)[0];
  const outcomes = [...new Set(files.map(({ outcome }) => outcome))].sort();
  const row = (kind: string): string[] => {
    const ofKind = files.filter((file) => file.kind === kind);
    const counts = outcomes.map((outcome) => ofKind.filter((file) => file.outcome === outcome).length || '–');
    return [kind, String(ofKind.length), ...counts.map(String), seconds(ofKind)];
  };
  const memory =
    mostMemoryBytes === null ? 'is not reported by this system' : `was ${figure(mostMemoryBytes / 1e6)} MB`;
  return [
    floorTable([
      { floor: hostileFloors.media, value: mutated.length },
      { floor: hostileFloors.mediaCrashes, value: crashes },
      { floor: hostileFloors.mediaHangs, value: hangs.length },
      { floor: hostileFloors.mediaFaults, value: faults.length },
      { floor: hostileFloors.mediaLeftovers, value: leftovers.length },
    ]),
    `We mutate small clips of our own, in every container and most codecs, with \`fixtures/hostile/\` and send them by HTTP to \`stridelab serve\` with two workers, a deadline of ${deadlineS} s and MoveNet Lightning; this took ${figure(durationS)} s.
Nobody is in the clips, so an analysis that can read one ends with \`no_person\`. *Bombs* are designed to use up memory or time, or to make another file or address be opened. A fault is a 5xx, an answer without a code, no answer, or an
\`internal_error\`. Leftovers are decoder processes, temporary files, uploads, and pictures of failed analyses. The slowest file took ${figure((slowest?.ms ?? 0) / 1000)} s from upload to outcome, including the wait for others
(${slowest?.name ?? '–'}: ${slowest?.outcome ?? '–'}); the peak memory of the server with all its processes ${memory}.`,
    table(['kind', 'files', ...outcomes, 'slowest, s'], [...mutationKinds, 'bombs'].map(row)),
    ...[...faults, ...hangs].slice(0, mostShown).map(({ name, outcome }) => `- ${name}: ${outcome}`),
    ...leftovers.slice(0, mostShown).map((text) => `- left over: ${text}`),
  ].join('\n\n');
}

const seconds = (files: readonly SentFile[]): string =>
  files.length === 0 ? '–' : figure(Math.max(...files.map(({ ms }) => ms)) / 1000);
