import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bombs } from '../../../fixtures/hostile/bombs.ts';
import { hostileSources } from '../../../fixtures/hostile/hostile-sources.ts';
import { mutatedFiles } from '../../../fixtures/hostile/mutated-files.ts';
import type { MeasurePart } from '../../report/measure-parts.ts';
import { type MediaOutcome, startMediaServer } from './media-server.ts';

export interface SentFile extends MediaOutcome {
  readonly kind: string;
  /** Names the file: with it, it can be made again. */
  readonly name: string;
}

export interface MediaResults {
  readonly files: readonly SentFile[];
  readonly crashes: number;
  readonly leftovers: readonly string[];
  /** Of the server and all its processes together, bytes; null where the system does not tell. */
  readonly mostMemoryBytes: number | null;
  readonly durationS: number;
}

const atOnce = 4;

/** Sends `count` mutated files and every bomb to a real server, and looks at what became of them and of it. */
export async function measureMedia(count: number, progress: Parameters<MeasurePart>[0]): Promise<MediaResults> {
  const startedMs = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-media-'));
  try {
    const sourceFolder = join(folder, 'sources');
    await mkdir(sourceFolder);
    const sources = await hostileSources(sourceFolder);
    function* toSend(): Generator<{ kind: string; name: string; bytes: Buffer }> {
      for (const { name, make } of bombs) yield { kind: 'bombs', name, bytes: make(sources) };
      for (const { kind, seed, source, bytes } of mutatedFiles(sources, count))
        yield { kind, name: `${kind}, ${source.codec} in ${source.container}, seed ${seed}`, bytes };
    }
    const server = await startMediaServer(folder);
    const files: SentFile[] = [];
    let crashes = 0;
    const left = toSend();
    const lane = async (): Promise<void> => {
      for (let next = left.next(); !next.done && crashes === 0; next = left.next()) {
        const { kind, name, bytes } = next.value;
        const outcome = await server.send(bytes).catch((error: unknown): MediaOutcome => {
          return { outcome: `no answer: ${error}`, ms: 0, fault: 'answer' };
        });
        files.push({ kind, name, ...outcome });
        if (files.length % 20 === 0) {
          progress.update((100 * files.length) / (count + bombs.length), `${files.length} files`);
          if (!(await server.isAlive().catch(() => false))) crashes++;
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    if (crashes === 0 && !(await server.isAlive().catch(() => false))) crashes++;
    const leftovers = await server.leftovers();
    const mostMemoryBytes = await server.stop();
    return { files, crashes, leftovers, mostMemoryBytes, durationS: (performance.now() - startedMs) / 1000 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
