import type { FastifyInstance } from 'fastify';
import { sendError } from '../../http/error-replies.ts';
import { HttpError } from '../../http/http-error.ts';
import { type Emulator, UnknownKeyError } from '../emulator.ts';
import { behaviourRoutes } from './behaviour-routes.ts';
import { clockRoutes } from './clock-routes.ts';
import { journalRoutes } from './journal-routes.ts';
import { controlPrefix } from './prefix.ts';
import { stateRoutes } from './state-routes.ts';

/** What the emulator is told over HTTP, under a prefix that the API does not have. */
export function controlRoutes(app: FastifyInstance, emulator: Emulator): void {
  app.setErrorHandler((error, request, reply) =>
    sendError(error instanceof UnknownKeyError ? new HttpError('not_found', error.message) : error, request, reply),
  );
  app.get(controlPrefix, async () => ({
    emulator: 'StrideLab',
    seed: emulator.seed,
    scenarios: `${controlPrefix}/scenarios`,
    sample_clip: `${controlPrefix}/sample-clip.mp4`,
  }));
  app.get(`${controlPrefix}/sample-clip.mp4`, async (_request, reply) => {
    const { sampleClip } = await import('../media/sample-clip.ts');
    return reply.type('video/mp4').send(sampleClip());
  });
  behaviourRoutes(app, emulator);
  clockRoutes(app, emulator);
  journalRoutes(app, emulator);
  stateRoutes(app, emulator);
}
