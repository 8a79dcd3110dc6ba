import { Type } from 'typebox';
import { exampleWebhook } from '../examples/webhook.ts';
import { NoWebhookSchema, WebhookSchema } from '../schemas/webhook.ts';
import { defineOperation } from './operation.ts';

/** `GET /webhook`. */
export const getWebhook = defineOperation({
  id: 'getWebhook',
  method: 'GET',
  path: '/webhook',
  tag: 'Webhook',
  summary: 'The saved webhook',
  description: 'Where events are posted to; `{}` until one is saved.',
  answers: {
    200: {
      description: 'The webhook, or an empty object.',
      schema: Type.Union([WebhookSchema, NoWebhookSchema]),
      examples: { saved: exampleWebhook, never_saved: {} },
    },
  },
  errors: [],
  decisions: ['webhook_events'],
});
