import { sampleClip } from '../../../server/emulator/media/sample-clip.ts';
import type { AnalysisStatus } from '../../../server/store/analysis-record.ts';

/** A partner's key and what it was granted. */
export interface Partner {
  readonly name: string;
  readonly key: string;
  readonly granted: number;
}

export interface Listed {
  readonly id: string;
  readonly status: AnalysisStatus;
}

interface ListBody {
  readonly analyses: readonly { readonly video_id: string; readonly status: AnalysisStatus }[];
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const clip = new Blob([new Uint8Array(sampleClip())]);
/** A frozen server does not answer; the client gives up. */
const patienceMs = 8000;

/** What a server in trouble may answer to anything: not now, no room. */
const notNow = [429, 503, 507];

/** Whether an answer is one that a right request may be given. */
function isHonest(path: string, status: number, text: string): boolean {
  if (status === 200 || notNow.includes(status)) return true;
  if (path === '/analysis/start') return status === 202 || status === 402 || text.includes('"code":"invalid_video"');
  return path.endsWith('/results') && (status === 202 || (status === 400 && text.includes('"status":"failed"')));
}

/** What a partner asks of a server that may be gone. Null is no answer. FFmpeg that is killed makes a clip an invalid one. */
export class PartnerClient {
  readonly partner: Partner;
  readonly #urlOf: () => string;
  /** Answers that a right request may not be given, as text. */
  readonly faults: string[] = [];
  /** What opens a door: the key, the signatures of links, the webhook’s secret. */
  readonly secrets: Set<string>;

  constructor(partner: Partner, urlOf: () => string) {
    this.partner = partner;
    this.#urlOf = urlOf;
    this.secrets = new Set([partner.key]);
  }

  /** Sends a clip. @returns Its id when it was accepted; the answer's status otherwise; null without an answer. */
  async start(): Promise<string | number | null> {
    const form = new FormData();
    form.append('video', clip, 'run.mp4');
    const fields = { height: '1.75', weight: '70', analysis_type: 'side_view', notify_via_webhook: 'true' };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const answer = await this.#ask('/analysis/start', { method: 'POST', body: form });
    if (answer === null) return null;
    return answer.status === 202 ? (JSON.parse(answer.text) as { readonly video_id: string }).video_id : answer.status;
  }

  /** Says where events go. @returns Whether the server took it. */
  async setWebhook(url: string): Promise<boolean> {
    const body = JSON.stringify({ url, enabled: true });
    const headers = { 'content-type': 'application/json' };
    return (await this.#ask('/webhook', { method: 'PUT', body, headers }))?.status === 200;
  }

  /** All analyses; null without an answer. */
  async list(): Promise<readonly Listed[] | null> {
    const answer = await this.#ask('/analysis', {});
    if (answer?.status !== 200) return null;
    const { analyses } = JSON.parse(answer.text) as ListBody;
    return analyses.map(({ video_id: id, status }) => ({ id, status }));
  }

  /** Status of the answer that tells the results, and of the media it links. */
  async results(id: string): Promise<{ readonly status: number; readonly media: readonly number[] } | null> {
    const answer = await this.#ask(`/analysis/${id}/results`, {});
    if (answer === null) return null;
    for (const [, signature] of answer.text.matchAll(/[?&]signature=([^"&\\]+)/g)) this.secrets.add(signature);
    const urls = [...new Set(answer.text.match(/http:\/\/127\.0\.0\.1:\d+\/[^"\\]+/g) ?? [])];
    const media = await Promise.all(urls.map(async (url) => (await this.#fetch(url, {}))?.status ?? 0));
    return { status: answer.status, media };
  }

  #ask(path: string, init: RequestInit): Promise<Answer | null> {
    return this.#fetch(`${this.#urlOf()}${path}?apiKey=${this.partner.key}`, init);
  }

  async #fetch(url: string, init: RequestInit): Promise<Answer | null> {
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
      const text = await response.text();
      const { pathname } = new URL(url);
      if (!isHonest(pathname, response.status, text)) {
        this.faults.push(`${init.method ?? 'GET'} ${pathname}: ${response.status} ${text.slice(0, 300)}`);
      }
      return { status: response.status, text };
    } catch (error) {
      // The server was killed or frozen under the request: that is what this is about.
      if (error instanceof Error) return null;
      throw error;
    }
  }
}
