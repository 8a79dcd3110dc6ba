import fastify from 'fastify';
import { consoleRoutes } from '../../server/console/console-routes.ts';
import { RateLimit } from '../../server/http/rate-limit.ts';

/** One route of the console's API. */
export interface ConsoleRoute {
  readonly method: string;
  /** Under `/console/api`, such as `/subjects/:id`. */
  readonly path: string;
}

/** Every route of the console's API, as the server registers them: a new one is tried without anybody's doing. */
export async function consoleApiRoutes(): Promise<readonly ConsoleRoute[]> {
  const app = fastify();
  const found: ConsoleRoute[] = [];
  const prefix = '/console/api/';
  app.addHook('onRoute', ({ method, url }) => {
    for (const name of [method].flat())
      if (url.startsWith(prefix) && name !== 'HEAD' && !url.endsWith('*'))
        found.push({ method: name, path: url.slice(prefix.length - 1) });
  });
  // Nothing is asked of what the routes work with while they are registered.
  const nothing = { publicUrl: null, now: Date.now } as never;
  app.register(async (scope) => consoleRoutes(scope, nothing, {} as never, new RateLimit(null)));
  await app.ready();
  await app.close();
  return found;
}
