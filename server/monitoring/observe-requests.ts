import type { FastifyInstance } from 'fastify';
import type { VideoIntake } from '../http/video-intake.ts';
import type { ServerMetrics } from './server-metrics.ts';

/** Counts and times every answer by its route; addresses that lead nowhere are one route. */
export function observeRequests(app: FastifyInstance, { requests }: ServerMetrics): void {
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const route = routeOptions.url ?? 'none';
    requests.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
}

/** The same intake, with videos counted while they come in. */
export function observeUploads(videos: VideoIntake, { uploads }: ServerMetrics): VideoIntake {
  return {
    maxBytes: videos.maxBytes,
    store: async (name, video, fileName) => {
      uploads.inc();
      try {
        await videos.store(name, video, fileName);
      } finally {
        uploads.dec();
      }
    },
    check: (name, partnerId) => videos.check(name, partnerId),
    discard: (name) => videos.discard(name),
  };
}
