import { workerData } from 'node:worker_threads';
import { StrideError } from '../../errors/stride-error.ts';
import { openPersonDetector, type PersonDetector } from '../blazepose-detector/person-detector.ts';
import type { KeypointNetwork } from '../keypoint-network.ts';
import { openKeypointNetwork } from '../open-keypoint-network.ts';
import { PictureRing } from './picture-ring.ts';
import { ReadJobs } from './read-jobs.ts';
import type { ReaderData } from './reader-threads.ts';
import type { FromReader, ReaderNetworks, ToReader } from './readers.ts';

/** One of the threads that show crops to the network. It does its jobs one after the other. */
const { jobs: sharedJobs, findsPersons, port } = workerData as ReaderData;
const jobs = new ReadJobs(sharedJobs);
const say = (message: FromReader): void => port.postMessage(message);

let networks: ReaderNetworks | null = null;
let network: KeypointNetwork | null = null;
let detector: PersonDetector | null = null;
let ring: PictureRing | null = null;

async function open(opened: ReaderNetworks): Promise<void> {
  networks = opened;
  // Persons are looked for first of all; meanwhile the other readers open the network.
  if (findsPersons) detector = await openPersonDetector(opened);
  else network = await openKeypointNetwork(opened.network, opened);
  say({ type: 'ready' });
}

async function work(job: number): Promise<void> {
  if (ring === null || networks === null) throw new Error('a job came before the pictures');
  const picture = ring.picture(jobs.slot(job));
  if (jobs.kind(job) === 'find') {
    if (detector === null) throw new Error('another reader finds persons');
    jobs.answerPersons(job, await detector.find(picture));
  } else {
    network ??= await openKeypointNetwork(networks.network, networks);
    const { found, nextCrop } = await network.read(picture, jobs.crop(job), jobs.keypoints(job));
    jobs.answerReading(job, found, nextCrop);
  }
  say(job);
}

async function obey(message: ToReader): Promise<void> {
  if (typeof message === 'number') return work(message);
  if (message.type === 'open') return open(message.networks);
  if (message.type === 'ring') {
    ring = new PictureRing(message.ring);
    return;
  }
  await network?.close();
  await detector?.close();
  port.close();
}

const waiting: ToReader[] = [];
let isBusy = false;
async function workOff(): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    await obey(next).catch((error: unknown) => {
      const code = error instanceof StrideError ? error.code : null;
      say({ type: 'failed', code, detail: error instanceof StrideError ? error.detail : String(error) });
    });
  }
  isBusy = false;
}
port.on('message', (message: ToReader) => {
  waiting.push(message);
  void workOff();
});
