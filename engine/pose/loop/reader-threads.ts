import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { builtEntry } from '../../built-entry.ts';
import { ReadJobs } from './read-jobs.ts';
import { finder, jobsPerReader } from './read-queue.ts';

/** What a reader thread is started with. */
export interface ReaderData {
  readonly jobs: SharedArrayBuffer;
  /** Whether it is the one that looks for people in whole pictures. */
  readonly findsPersons: boolean;
  /** Where it is told what to do. It closes when the thread ends, for whatever reason. */
  readonly port: MessagePort;
}

/** Threads that read, for whom their ports are given to; another thread than the one that started them may be that. */
export interface ReaderThreads {
  readonly jobs: SharedArrayBuffer;
  readonly ports: readonly MessagePort[];
}

/** Starts threads that show crops to a network. */
export function startReaderThreads(count: number): ReaderThreads {
  const { shared: jobs } = ReadJobs.create(count * jobsPerReader);
  const entry = builtEntry(import.meta.url, './reader-thread.js');
  const ports = Array.from({ length: count }, (_, reader) => {
    const { port1, port2: port } = new MessageChannel();
    const workerData: ReaderData = { jobs, findsPersons: reader === finder, port };
    const thread = new Worker(entry, { workerData, transferList: [port], stdout: true, stderr: true });
    // Whoever holds the port sees it close; unheard, the event would end the process.
    thread.on('error', () => port1.close());
    return port1;
  });
  return { jobs, ports };
}
