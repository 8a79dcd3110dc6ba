import { openAsBlob } from 'node:fs';
import type { AnalysisStatus } from '../../server/store/analysis-record.ts';
import type { Served } from './served.ts';

/** What a client of the Partner API does, as far as it is measured. */
export interface ApiClient {
  /** Sends a clip and gives its id. */
  start(clipPath: string, fields: Readonly<Record<string, string>>): Promise<string>;
  /** How far it is, by the results' own word. */
  statusOf(id: string): Promise<AnalysisStatus>;
  /** Address of something of an analysis. */
  urlOf(id: string, what: 'results' | 'results/calculated_data'): string;
}

export function apiClient({ url }: Served, key: string): ApiClient {
  const urlOf: ApiClient['urlOf'] = (id, what) => `${url}/analysis/${id}/${what}?apiKey=${key}`;
  return {
    urlOf,
    async start(clipPath, fields) {
      const form = new FormData();
      form.append('video', await openAsBlob(clipPath), 'run.mp4');
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      const response = await fetch(`${url}/analysis/start?apiKey=${key}`, { method: 'POST', body: form });
      const body = await response.text();
      if (response.status !== 202) throw new Error(`${response.status}: ${body}`);
      return (JSON.parse(body) as { readonly video_id: string }).video_id;
    },
    async statusOf(id) {
      const response = await fetch(urlOf(id, 'results'));
      return ((await response.json()) as { readonly status: AnalysisStatus }).status;
    },
  };
}
