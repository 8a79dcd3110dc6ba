import { mediaPlace } from '../config/media-place.ts';
import { monitorPlace } from '../config/monitor-place.ts';
import type { Settings } from '../config/settings.ts';
import { type Finding, fail, wordsOf } from './finding.ts';
import { lookAtDecoder } from './look-at-decoder.ts';
import { lookAtDisk } from './look-at-disk.ts';
import { lookAtClock, lookAtPort, lookAtSize } from './look-at-machine.ts';
import { lookAtMedia } from './look-at-media.ts';
import { lookAtNetworks } from './look-at-networks.ts';
import { lookAtEmbeddedStore, lookAtPostgres } from './look-at-store.ts';

/** Looks at all that a server with these settings needs of its installation and its machine. Nothing is left changed. */
export async function examine(settings: Settings, now: () => number): Promise<Finding[]> {
  const { data, database, host, port, workers, network, freeDisk, media } = settings;
  const monitor = monitorPlace(settings);
  const looks: readonly (readonly [what: string, look: () => Promise<readonly Finding[]>])[] = [
    ['decoder', lookAtDecoder],
    ['networks', () => lookAtNetworks(network)],
    ['disk', async () => (data === null ? [] : lookAtDisk(data, freeDisk))],
    ['media', async () => (media === null ? [] : [await lookAtMedia(mediaPlace(settings))])],
    [
      'store',
      async () => {
        if (database !== null) return lookAtPostgres(database, now);
        return data === null ? [] : lookAtEmbeddedStore(data);
      },
    ],
    ['machine', async () => [...lookAtSize(workers), await lookAtClock(now)]],
    ['port', async () => [await lookAtPort('port', { host, port })]],
    ['monitor', async () => (monitor === null ? [] : [await lookAtPort('monitor', monitor)])],
  ];
  const findings: Finding[] = [];
  for (const [what, look] of looks) {
    try {
      findings.push(...(await look()));
    } catch (error) {
      findings.push(fail(what, wordsOf(error), 'Report this: the doctor itself has failed here.'));
    }
  }
  return findings;
}
