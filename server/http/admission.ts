import type { OutageLog } from '../logs/outage-log.ts';
import type { AnalysisStore } from '../store/analysis-store.ts';
import type { FreeSpace } from './free-bytes.ts';
import { HttpError } from './http-error.ts';

/** How much work is taken in before the next is put off. */
export interface AdmissionLimits {
  /** Analyses of one partner that may wait. */
  readonly waitingOfPartner: number;
  /** Analyses of all partners that may wait. */
  readonly waiting: number;
  /** Uploads under way in this process. */
  readonly uploads: number;
  /** Bytes that stay free where uploads and pictures go. */
  readonly freeBytes: number;
}

export const defaultAdmissionLimits: AdmissionLimits = {
  waitingOfPartner: 1000,
  waiting: 10_000,
  uploads: 64,
  freeBytes: 512 * 1024 * 1024,
};

/**
 * Bytes that are free where a start is let in, and where a server is ready: room for every upload under way beside what stays free.
 *
 * @param uploads Under way, the next one among them.
 */
export const wantedBytes = (
  { freeBytes }: Pick<AdmissionLimits, 'freeBytes'>,
  largestUploadBytes: number,
  uploads = 1,
): number => freeBytes + uploads * largestUploadBytes;

/** Why a start is put off. */
export const putOffs = ['uploads', 'waiting_of_partner', 'waiting', 'disk'] as const;
export type PutOff = (typeof putOffs)[number];

export interface AdmissionOptions {
  readonly analyses: Pick<AnalysisStore, 'waiting'>;
  /** The fullest of the disks that uploads and pictures go to. */
  readonly disk: () => Promise<FreeSpace>;
  /** Told when starts are put off for the sake of the disk: partners are not told which it is. */
  readonly diskLog: Pick<OutageLog, 'failed' | 'worked'>;
  /** Counts a start that is put off. */
  readonly onPutOff: (why: PutOff) => void;
  /** Of one upload, for each of which under way room is kept beside `limits.freeBytes`. */
  readonly largestUploadBytes: number;
  readonly limits: AdmissionLimits;
}

/** What one partner may hold of the uploads under way, so that slow ones leave room for others'. */
const shareOfPartner = 1 / 4;

/** When to ask again, seconds: an upload is over soon, waiting analyses take a while, a disk is not cleared by itself. */
const retryAfterS = { uploads: 2, waiting: 15, disk: 60 } as const;

/** Says who may start another analysis, before anything of the video is read, so that neither disk nor memory runs out. */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #mostOfPartner: number;
  readonly #uploadsOf = new Map<string, number>();
  #uploads = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    this.#mostOfPartner = Math.max(1, Math.floor(options.limits.uploads * shareOfPartner));
  }

  /**
   * Lets a partner's start in, which counts until what is returned is called.
   *
   * @throws HttpError `server_busy`, `too_many_waiting`.
   */
  async enter(partnerId: string): Promise<() => void> {
    const { limits } = this.#options;
    const own = this.#uploadsOf.get(partnerId) ?? 0;
    if (this.#uploads >= limits.uploads || own >= this.#mostOfPartner)
      throw this.#putOff('uploads', 'server_busy', retryAfterS.uploads);
    const leave = this.#count(partnerId);
    try {
      await this.#check(partnerId, own);
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Uploads under way will wait too, if they are accepted. */
  async #check(partnerId: string, ownUploads: number): Promise<void> {
    const { analyses, disk, diskLog, largestUploadBytes, limits } = this.#options;
    const waiting = await analyses.waiting(partnerId);
    if (waiting.ofPartner + ownUploads >= limits.waitingOfPartner)
      throw this.#putOff('waiting_of_partner', 'too_many_waiting', retryAfterS.waiting);
    if (waiting.all + this.#uploads > limits.waiting) throw this.#putOff('waiting', 'server_busy', retryAfterS.waiting);
    const { folder, bytes: freeBytes } = await disk();
    // This one is among them; what others have written already is counted twice, to be safe.
    const wanted = wantedBytes(limits, largestUploadBytes, this.#uploads);
    if (freeBytes >= wanted) return diskLog.worked();
    diskLog.failed(undefined, { folder, freeBytes, wantedBytes: wanted });
    throw this.#putOff('disk', 'server_busy', retryAfterS.disk);
  }

  #putOff(why: PutOff, name: 'server_busy' | 'too_many_waiting', retryAfterS: number): HttpError {
    this.#options.onPutOff(why);
    return new HttpError(name, { retryAfterS });
  }

  #count(partnerId: string): () => void {
    this.#uploads++;
    this.#uploadsOf.set(partnerId, (this.#uploadsOf.get(partnerId) ?? 0) + 1);
    return () => {
      this.#uploads--;
      const left = (this.#uploadsOf.get(partnerId) ?? 1) - 1;
      if (left === 0) this.#uploadsOf.delete(partnerId);
      else this.#uploadsOf.set(partnerId, left);
    };
  }
}
