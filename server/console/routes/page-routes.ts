import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from '../../http/http-error.ts';
import type { ConsolePages } from '../pages/console-pages.ts';
import { assetHeaders, pageHeaders } from '../pages/page-headers.ts';
import { sendPageFile } from '../pages/send-page-file.ts';

/** `GET /console`, to which a browser that asks for `/` is led, every page below it, and `GET /console/assets/…`: what the browser is given before anybody has signed in. */
export function pageRoutes(app: FastifyInstance, pages: ConsolePages | null): void {
  const config = { isConsole: true } as const;
  const shell = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    pages === null ? sendUnbuilt(reply) : sendPageFile(pages.shell, pageHeaders, request, reply);
  const nothing = async (): Promise<never> => {
    throw new HttpError('not_found');
  };
  app.get('/', { config }, async (request, reply) => {
    // Programs find nothing here, as before there was a console.
    if (!(request.headers.accept ?? '').includes('text/html')) throw new HttpError('not_found');
    return reply.header('vary', 'Accept').redirect('/console');
  });
  app.get('/console', { config }, shell);
  app.get('/console/*', { config }, shell);
  app.get('/console/api', { config }, nothing);
  app.get('/console/api/*', { config }, nothing);
  app.get('/console/assets', { config }, nothing);
  app.get<{ Params: { readonly '*': string } }>('/console/assets/*', { config }, async (request, reply) => {
    const name = request.params['*'];
    const file = pages?.assets.get(name);
    if (file === undefined) throw new HttpError('not_found');
    return sendPageFile(file, assetHeaders(name), request, reply);
  });
}

const sendUnbuilt = (reply: FastifyReply): FastifyReply =>
  reply
    .code(503)
    .type('text/plain; charset=utf-8')
    .send('The pages of the console are not built. Run `npm run build`, then start the server again.\n');
