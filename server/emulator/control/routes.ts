import type { FastifyInstance } from 'fastify';
import type { Emulator } from '../emulator.ts';
import { controlPrefix } from './prefix.ts';

/** What the emulator is told over HTTP, under a prefix that the API does not have. */
export function controlRoutes(app: FastifyInstance, emulator: Emulator): void {
  app.post(`${controlPrefix}/reset`, async (request) => {
    const { apiKey } = request.query as { readonly apiKey?: string };
    await emulator.reset(apiKey);
    return { reset: true };
  });
}
