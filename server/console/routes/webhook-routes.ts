import type { FastifyInstance } from 'fastify';
import { WebhookFieldsSchema } from '../../contract/schemas/webhook.ts';
import { HttpError } from '../../http/http-error.ts';
import type { ServerContext } from '../../http/server-context.ts';
import type { WebhookSettings } from '../../store/webhook-store.ts';
import { isDelivered } from '../../webhooks/is-delivered.ts';
import type { ConsoleWebhookBody, WebhookRequest, WebhookTest } from '../api/webhook.ts';
import type { ConsoleContext } from '../console-context.ts';
import { ConsoleError } from '../console-errors.ts';
import { type ConsoleAnswer, consoleRoute, readBody } from '../http/console-route.ts';

/** When another test event may be sent while one is under way, seconds: an attempt ends by then. */
const testRetryAfterS = 10;

/** The partner's webhook. */
export function consoleWebhookRoutes(app: FastifyInstance, context: ServerContext, own: ConsoleContext): void {
  const { webhooks, webhookUrlRefusal, now } = context;
  /** Partners whose test event is under way: one at a time. */
  const testing = new Set<string>();
  consoleRoute(
    app,
    'GET',
    '/webhook',
    async ({ partnerId }): Promise<ConsoleAnswer<ConsoleWebhookBody>> => ({
      status: 200,
      body: webhookBody(await webhooks.get(partnerId)),
    }),
  );
  consoleRoute(app, 'PUT', '/webhook', async ({ partnerId, request }): Promise<ConsoleAnswer<ConsoleWebhookBody>> => {
    const asked: WebhookRequest = readBody(request, WebhookFieldsSchema, ({ url }) => {
      const refusal = url === undefined ? null : webhookUrlRefusal(url);
      return refusal === null ? [] : [{ loc: ['body', 'url'], msg: `Value error, ${refusal}`, type: 'value_error' }];
    });
    return { status: 200, body: webhookBody(await webhooks.save(partnerId, asked, now())) };
  });
  consoleRoute(app, 'DELETE', '/webhook', async ({ partnerId }) => {
    await own.removeWebhook(partnerId);
    return { status: 204 };
  });
  consoleRoute(app, 'POST', '/webhook/test', async ({ partnerId }): Promise<ConsoleAnswer<WebhookTest>> => {
    const settings = await webhooks.get(partnerId);
    if (settings === null) throw new ConsoleError('webhook_not_configured');
    if (testing.has(partnerId)) throw new HttpError('rate_limited', { retryAfterS: testRetryAfterS });
    testing.add(partnerId);
    try {
      const { status, error } = await own.testWebhook(settings);
      return { status: 200, body: { isDelivered: isDelivered(status), status, error } };
    } finally {
      testing.delete(partnerId);
    }
  });
}

const webhookBody = (settings: WebhookSettings | null): ConsoleWebhookBody => ({
  webhook:
    settings === null ? null : { url: settings.url, enabled: settings.enabled, updatedAtMs: settings.updatedAtMs },
});
