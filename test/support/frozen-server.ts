import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { AnswerChecker } from '../../server/contract/answer-checker.ts';
import { createServer } from '../../server/http/create-server.ts';
import type { HttpLimits } from '../../server/http/http-limits.ts';
import { SignedLinks } from '../../server/http/signed-links.ts';
import type { VideoIntake } from '../../server/http/video-intake.ts';
import type { AnalysisStore } from '../../server/store/analysis-store.ts';
import { openDataDir } from '../../server/store/data-dir.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { sqlStores } from '../../server/store/sql-stores.ts';
import { tempDir } from './temp-dir.ts';

/** Counts the bytes of videos and keeps none. */
class DiscardingIntake implements VideoIntake {
  readonly maxBytes = 1000;
  readonly sizes = new Map<string, number>();

  async store(name: string, video: Readable): Promise<void> {
    let size = 0;
    for await (const chunk of video as AsyncIterable<Buffer>) size += chunk.length;
    this.sizes.set(name, size);
  }

  async check(): Promise<void> {
    // Any bytes are a video here.
  }

  async discard(name: string): Promise<void> {
    this.sizes.delete(name);
  }
}

/** A server that listens nowhere, whose clock stands, whose ids are counted and whose partner's key is `slk_key`. */
export interface FrozenServer {
  readonly app: FastifyInstance;
  readonly videos: DiscardingIntake;
  readonly analyses: AnalysisStore;
  close(): Promise<void>;
}

/** @param limits Of time and connections; the server's own by default. */
export async function frozenServer(limits?: HttpLimits): Promise<FrozenServer> {
  let ids = 0;
  const newId = (): string => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const dir = openDataDir(tempDir());
  const database = await openDatabase(dir);
  const stores = sqlStores(database, { newId, newKey: () => 'slk_key', newSecret: () => 'whsec_' });
  await stores.accounts.createKey({ partner: 'Acme', label: null, credits: null }, 0);
  const videos = new DiscardingIntake();
  const checker = new AnswerChecker();
  const app = createServer(
    {
      ...stores,
      videos,
      eraseAnalysis: async (id, partnerId) => (await stores.analyses.erase(id, partnerId, 0)) !== null,
      now: () => Date.UTC(2026, 2, 23, 10, 45),
      newId,
      frameData: async () => null,
      media: { has: async () => false, open: async () => null },
      webhookUrlRefusal: () => null,
      links: new SignedLinks(Buffer.alloc(32), 3600),
      publicUrl: 'https://runs.example.com',
      tellReasons: true,
      requestsPerMinute: null,
      unreadiness: async () => null,
      onQueued: () => undefined,
    },
    {
      log: false,
      watcher: (sent) => expect(checker.faults(sent)).toEqual([]),
      ...(limits === undefined ? {} : { limits }),
    },
  );
  return {
    app,
    videos,
    analyses: stores.analyses,
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
