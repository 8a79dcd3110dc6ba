import { parentPort, workerData } from 'node:worker_threads';
import { StrideError } from '../../errors/stride-error.ts';
import { openPersonDetector, type PersonDetector } from '../blazepose-detector/person-detector.ts';
import { openKeypointNetwork } from '../open-keypoint-network.ts';
import { PictureRing } from './picture-ring.ts';
import { ReadJobs } from './read-jobs.ts';
import type { FromReader, ReaderData, ToReader } from './readers.ts';

/** One of the threads that show crops to the network. It does its jobs one after the other. */
if (parentPort === null) throw new Error('this module runs as a worker thread');
const port = parentPort;
const { jobs: sharedJobs, network: choice, ...options } = workerData as ReaderData;
const failure = (error: unknown): FromReader => ({
  type: 'failed',
  code: error instanceof StrideError ? error.code : null,
  detail: error instanceof StrideError ? error.detail : String(error),
});
const say = (message: FromReader): void => port.postMessage(message);

try {
  const jobs = new ReadJobs(sharedJobs);
  const network = await openKeypointNetwork(choice, options);
  let detector: PersonDetector | null = null;
  let ring: PictureRing | null = null;

  const work = async (job: number): Promise<void> => {
    if (ring === null) throw new Error('a job came before the pictures');
    const picture = ring.picture(jobs.slot(job));
    if (jobs.kind(job) === 'read') {
      const { found, nextCrop } = await network.read(picture, jobs.crop(job), jobs.keypoints(job));
      jobs.answerReading(job, found, nextCrop);
    } else {
      // Opened at its first use: most readers never need one.
      detector ??= await openPersonDetector(options);
      jobs.answerPersons(job, await detector.find(picture));
    }
  };

  const waiting: ToReader[] = [];
  let isBusy = false;
  const workOff = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (typeof next === 'number') {
        const job = next;
        await work(job).then(
          () => say(job),
          (error: unknown) => say(failure(error)),
        );
      } else if (next.type === 'ring') {
        ring = new PictureRing(next.ring);
      } else {
        await network.close();
        await detector?.close();
        port.close();
      }
    }
    isBusy = false;
  };
  port.on('message', (message: ToReader) => {
    waiting.push(message);
    void workOff();
  });
  say({ type: 'ready' });
} catch (error) {
  say(failure(error));
}
