import { exampleWebhookEvent } from '../examples/webhook.ts';
import { WebhookEventSchema } from '../schemas/webhook-event.ts';
import { named } from './named-examples.ts';
import type { ParameterObject, WebhookObject } from './openapi-types.ts';
import type { SchemaConverter } from './schema-converter.ts';

const header = (name: string, description: string): ParameterObject => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

/** What the server posts to a saved webhook. */
export const webhookObject = (converter: SchemaConverter): WebhookObject => ({
  operationId: 'analysisEvent',
  tags: ['Webhook'],
  summary: 'An analysis has begun, moved on or ended',
  description:
    'Posted to the saved webhook for analyses that were started with `notify_via_webhook=true`. At least once: what comes again has the same `webhook-id`. Tried again for 24 h on anything but 2xx within 10 s.',
  'x-decisions': ['webhook_url', 'webhook_events'],
  parameters: [
    header('webhook-id', 'The same at every attempt.'),
    header('webhook-timestamp', 'Seconds since 1970, of the attempt.'),
    header('webhook-signature', '`v1,` and the HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<body>` in base64.'),
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: converter.convert(WebhookEventSchema),
        examples: named({ started: exampleWebhookEvent }),
      },
    },
  },
  responses: { '2XX': { description: 'The event was taken; the body is not read.' } },
});
