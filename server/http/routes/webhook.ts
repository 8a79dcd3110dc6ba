import type { FastifyInstance } from 'fastify';
import { getWebhook } from '../../contract/operations/get-webhook.ts';
import { saveWebhook } from '../../contract/operations/save-webhook.ts';
import type { WebhookBody } from '../../contract/schemas/webhook.ts';
import { timestamp } from '../../contract/timestamp.ts';
import type { WebhookSettings } from '../../store/webhook-store.ts';
import { addRoute } from '../add-route.ts';
import type { ServerContext } from '../server-context.ts';

/** The two operations of the webhook. */
export function webhookRoutes(app: FastifyInstance, context: ServerContext): void {
  const { webhooks, webhookUrlRefusal, inspectFields, now } = context;
  addRoute(app, getWebhook, async ({ partnerId }) => {
    const settings = await webhooks.get(partnerId);
    return { status: 200, body: settings === null ? {} : webhookBody(settings) };
  });
  addRoute(
    app,
    saveWebhook,
    async ({ partnerId, body }) => ({
      status: 200,
      body: webhookBody(await webhooks.save(partnerId, body, now())),
    }),
    {
      inspectFields,
      judgeFields: ({ url }) => {
        const refusal = url === undefined ? null : webhookUrlRefusal(url);
        return refusal === null ? [] : [{ loc: ['body', 'url'], msg: `Value error, ${refusal}`, type: 'value_error' }];
      },
    },
  );
}

const webhookBody = ({ url, enabled, updatedAtMs }: WebhookSettings): WebhookBody => ({
  url,
  enabled,
  updated_at: timestamp(updatedAtMs),
});
