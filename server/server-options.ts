import type { NetworkId } from '../models/registry.ts';
import type { LogLevel } from './config/settings.ts';
import type { AdmissionLimits } from './http/admission.ts';
import type { AnswerWatcher } from './http/watch-answers.ts';
import type { MonitorPlace } from './monitoring/start-monitor.ts';
import type { MediaPlace } from './store/media/open-media.ts';

/** How a server is run. */
export interface ServerOptions {
  /** 0 for a free one. */
  readonly port: number;
  /** Address to listen on; 127.0.0.1 by default. */
  readonly host?: string;
  /** Folder of the store, the uploads and the pictures; made when it is missing. */
  readonly dataDir: string;
  /** Of the PostgreSQL database that holds the store, for several machines; a file in the data folder by default. */
  readonly databaseUrl?: string;
  /** Where uploads and pictures lie; in the data folder by default. */
  readonly media?: MediaPlace;
  /** Analyses at a time; one less than the cores by default, at least one and at most eight. 0 takes and runs none. */
  readonly workers?: number;
  /** Longest time of one analysis, milliseconds; five minutes by default. */
  readonly deadlineMs?: number;
  /** After how long the job of a worker that is not heard of is another's, milliseconds; half a minute by default. */
  readonly leaseMs?: number;
  /** So many runs of an analysis may be lost with their workers, with the last of which it fails; three by default. */
  readonly mostLostRuns?: number;
  /** How much work is taken in before the next is put off; see `defaultAdmissionLimits`. */
  readonly limits?: Partial<AdmissionLimits>;
  /** Threads that run the network of one analysis; as many as fill the cores together by default, at most eight. */
  readonly threads?: number;
  /** Base of the media links, when behind a proxy; taken from each request by default. */
  readonly publicUrl?: string;
  /** Age from which what a crash left behind is deleted, and how often it is looked for, milliseconds; an hour by default. */
  readonly leftoverAgeMs?: number;
  /** How long a media link holds, seconds; the contract's hour by default. */
  readonly linkLifetimeS?: number;
  /** Whether a failed analysis tells its reason; true by default. */
  readonly tellReasons?: boolean;
  /** Whether the credit of an analysis that fails stays taken; it is returned by default. */
  readonly keepCreditsOfFailed?: boolean;
  /** Connections of one address at a time; 200 by default. */
  readonly connectionsPerAddress?: number;
  /** Requests that a partner may send in a minute; any number by default. */
  readonly requestsPerMinute?: number;
  /** For how long analyses are kept, milliseconds from their start; for good by default. */
  readonly retentionMs?: number;
  /** Whether webhooks may go to `http:` addresses; false by default. */
  readonly webhookHttp?: boolean;
  /** Networks, addresses and host names that webhooks may go to beside public addresses; none by default. */
  readonly webhookAllow?: readonly string[];
  /** Whether there is a console for people at `/console`; true by default. */
  readonly console?: boolean;
  readonly network?: NetworkId;
  /** Whether runners are made unrecognisable in the annotated video and the thumbnail; false by default. */
  readonly blurFaces?: boolean;
  /** Whether annotated videos end with a stride in slow motion; false by default. */
  readonly slowMotion?: boolean;
  /** The least severe lines that are logged to standard output, as JSON; none by default. */
  readonly logLevel?: LogLevel;
  /** Where this process tells how it is, beside the API; nowhere by default. */
  readonly monitor?: MonitorPlace;
  /** How long requests are still taken once the server says that it stops, milliseconds; 0 by default. */
  readonly stopDelayMs?: number;
  /** Shown every answer before it goes out, for tests; none by default. */
  readonly watcher?: AnswerWatcher;
  /** The worker's module, as built JavaScript; our own by default. */
  readonly workerEntry?: URL;
}
