import { onTestFinished } from 'vitest';
import { AnswerChecker } from '../../server/contract/answer-checker.ts';
import type { Emulator } from '../../server/emulator/emulator.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';
import type { EmulatorOptions } from '../../server/emulator/options.ts';
import { startEmulator } from '../../server/emulator/start-emulator.ts';
import type { ToldBody } from './told-body.ts';

const clip = sampleClip();

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: ToldBody;
}

/** A client as a partner writes it, for one key. */
export class Client {
  readonly key: string;
  readonly #url: string;

  constructor(url: string, key: string) {
    this.#url = url;
    this.key = key;
  }

  async ask(path: string, init: RequestInit = {}): Promise<Told> {
    const response = await fetch(`${this.#url}${path}${path.includes('?') ? '&' : '?'}apiKey=${this.key}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : text };
  }

  send(path: string, body: unknown, method = 'POST'): Promise<Told> {
    return this.ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  start(
    fileName: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Told> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('video', new Blob([clip]), fileName);
    return this.ask('/analysis/start', { method: 'POST', body: form, headers });
  }

  /** Starts an analysis that has to be taken. @returns Its id. */
  async started(fileName: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const { status, text, body } = await this.start(fileName, fields);
    if (status !== 202) throw new Error(text);
    return body.video_id;
  }

  results(id: string, headers: Readonly<Record<string, string>> = {}): Promise<Told> {
    return this.ask(`/analysis/${id}/results`, { headers });
  }

  /** Polls until an analysis has ended. @returns What every poll was told. */
  async polled(id: string): Promise<Told[]> {
    const told: Told[] = [];
    while (told.length < 50) {
      told.push(await this.results(id));
      if (['success', 'failed'].includes(told[told.length - 1].body.status)) return told;
    }
    throw new Error(`${id} does not end`);
  }

  /** Polls until an analysis has ended. @returns What the last poll was told. */
  async ended(id: string): Promise<Told> {
    const told = await this.polled(id);
    return told[told.length - 1];
  }
}

/** Starts an emulator that ends with the test. Every answer is held against the contract. */
export async function emulated(options: EmulatorOptions = {}): Promise<Emulator> {
  const checker = new AnswerChecker();
  const emulator = await startEmulator(options, (sent) => {
    const faults = checker.faults(sent);
    // The emulator's own routes, and what is wrong with its own headers, are no business of the contract's.
    if (sent.operation !== null && faults.length > 0 && !sent.body.includes('Prefer:'))
      throw new Error(faults.join('\n'));
  });
  onTestFinished(() => emulator.close());
  return emulator;
}
