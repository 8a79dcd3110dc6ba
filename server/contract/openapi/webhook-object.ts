import type { TSchema } from 'typebox';
import { exampleWebhookEvent, exampleWebhookTestEvent } from '../examples/webhook.ts';
import { WebhookEventSchema, WebhookTestEventSchema } from '../schemas/webhook-event.ts';
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

interface Posted {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly schema: TSchema;
  readonly examples: Readonly<Record<string, unknown>>;
}

/** What the server posts to a saved webhook, by name. */
export const webhookObjects = (
  converter: SchemaConverter,
): Readonly<Record<string, { readonly post: WebhookObject }>> =>
  Object.fromEntries(posted.map((one) => [one.operationId, { post: webhookObject(one, converter) }]));

const posted: readonly Posted[] = [
  {
    operationId: 'analysisEvent',
    summary: 'An analysis has begun, progressed or ended',
    description:
      'Posted to the saved webhook for analyses started with `notify_via_webhook=true`. Delivery is at least once; a repeated event has the same `webhook-id`. After anything but a 2xx within 10 s, it is sent again for up to 24 h.',
    schema: WebhookEventSchema,
    examples: { started: exampleWebhookEvent },
  },
  {
    operationId: 'testEvent',
    summary: 'The operator tests the webhook',
    description:
      'Posted once, when the operator asks for it (`stridelab webhooks test`), whether the webhook is enabled or not. It belongs to no analysis; its name and its `sequence` 0 tell it apart.',
    schema: WebhookTestEventSchema,
    examples: { test: exampleWebhookTestEvent },
  },
];

const webhookObject = (
  { operationId, summary, description, schema, examples }: Posted,
  converter: SchemaConverter,
): WebhookObject => ({
  operationId,
  tags: ['Webhook'],
  summary,
  description,
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
        schema: converter.convert(schema),
        examples: named(examples),
      },
    },
  },
  responses: { '2XX': { description: 'The event was accepted; the body is not read.' } },
});
