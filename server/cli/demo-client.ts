import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeWhole } from '../../engine/write-whole.ts';
import type { CalculatedDataBody } from '../contract/schemas/calculated-data.ts';
import type { AnalyzingBody, FailedBody, PendingBody, SuccessBody } from '../contract/schemas/results.ts';
import type { Started } from '../contract/schemas/start.ts';

/** Shortest time between two looks at an analysis; the contract's clients wait longer. */
const pollMs = 250;

/** Speaks to the Partner API over HTTP alone, as a vendor’s client does. */
export class DemoClient {
  readonly #baseUrl: string;
  readonly #key: string;
  readonly #signal: AbortSignal;

  constructor(baseUrl: string, key: string, signal: AbortSignal) {
    this.#baseUrl = baseUrl;
    this.#key = key;
    this.#signal = signal;
  }

  /** `POST /analysis/start`. @returns The analysis' id. */
  async start(clipPath: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const form = new FormData();
    form.set('video', new Blob([await readFile(clipPath)]), basename(clipPath));
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const started = await this.#fetch<Started>('/analysis/start', { method: 'POST', body: form });
    return started.video_id;
  }

  /** Polls `GET …/results` until the analysis has ended. */
  async finish(id: string, onProgress: (fraction: number) => void): Promise<SuccessBody> {
    for (;;) {
      const body = await this.#fetch<PendingBody | AnalyzingBody | SuccessBody | FailedBody>(`/analysis/${id}/results`);
      if (body.status === 'failed')
        throw new Error(`the analysis failed: ${body.reason?.message ?? 'no reason given'}`);
      onProgress(body.percentage / 100);
      if (body.status === 'success') return body;
      await sleep(pollMs, undefined, { signal: this.#signal });
    }
  }

  /** `GET …/results/calculated_data`. */
  calculatedData(id: string): Promise<CalculatedDataBody> {
    return this.#fetch(`/analysis/${id}/results/calculated_data`);
  }

  /** Fetches both pictures by their signed links and keeps both bodies. @returns The files' paths. */
  async download(results: SuccessBody, calculatedData: CalculatedDataBody, folder: string): Promise<string[]> {
    const files: Record<string, Uint8Array | string> = {
      'annotated.mp4': await this.#media(results.output_video),
      'thumbnail.jpg': await this.#media(results.thumbnail),
      'results.json': `${JSON.stringify(results, null, 2)}\n`,
      'calculated_data.json': `${JSON.stringify(calculatedData, null, 2)}\n`,
    };
    for (const [name, content] of Object.entries(files)) await writeWhole(join(folder, name), content);
    return Object.keys(files).map((name) => join(folder, name));
  }

  async #media(link: string | null): Promise<Uint8Array> {
    if (link === null) throw new Error('the analysis has no pictures');
    const response = await fetch(link, { signal: this.#signal });
    if (!response.ok) throw new Error(`the signed link was answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async #fetch<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await fetch(`${this.#baseUrl}${path}?apiKey=${this.#key}`, { ...init, signal: this.#signal });
    const body = (await response.json()) as T;
    if (!response.ok && !isFailedAnalysis(body)) {
      throw new Error(`${path} was answered ${response.status}: ${JSON.stringify(body)}`);
    }
    return body;
  }
}

const isFailedAnalysis = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'status' in body && body.status === 'failed';
