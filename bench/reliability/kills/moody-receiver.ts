import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a receiver treats what comes. */
export type Mood = 'takes' | 'refuses' | 'drops' | 'delays';

/** An event as it came, the first time. */
export interface ReceivedEvent {
  readonly id: string;
  readonly event: string;
  readonly analysisId: string;
  readonly sequence: number;
}

/** Somebody's webhook that is not always well. */
export interface MoodyReceiver {
  readonly url: string;
  mood: Mood;
  /** Events that were taken, each once, in the order in which they came. */
  readonly taken: ReadonlyMap<string, ReceivedEvent>;
  close(): Promise<void>;
}

const delayMs = 1500;

export async function openMoodyReceiver(): Promise<MoodyReceiver> {
  const taken = new Map<string, ReceivedEvent>();
  const server = createServer((request, response) => {
    const { mood } = receiver;
    if (mood === 'drops') return void request.socket.destroy();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = (): void => {
        if (mood === 'refuses') return void response.writeHead(503).end();
        const id = String(request.headers['webhook-id']);
        const body = JSON.parse(Buffer.concat(chunks).toString()) as ToldEvent;
        if (!taken.has(id)) {
          taken.set(id, { id, event: body.event, analysisId: body.video_id, sequence: body.sequence });
        }
        response.writeHead(204).end();
      };
      if (mood === 'delays') setTimeout(answer, delayMs);
      else answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: MoodyReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    mood: 'takes',
    taken,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}

interface ToldEvent {
  readonly event: string;
  readonly video_id: string;
  readonly sequence: number;
}
