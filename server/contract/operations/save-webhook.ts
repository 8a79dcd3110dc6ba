import { exampleWebhook } from '../examples/webhook.ts';
import { WebhookFieldsSchema, WebhookSchema } from '../schemas/webhook.ts';
import { defineOperation } from './operation.ts';

/** `PUT /webhook`. */
export const saveWebhook = defineOperation({
  id: 'saveWebhook',
  method: 'PUT',
  path: '/webhook',
  tag: 'Webhook',
  summary: 'Save the webhook',
  description:
    'While the webhook is enabled, events of analyses started with `notify_via_webhook=true` are posted to it. Both fields are required.',
  body: {
    type: 'application/json',
    schema: WebhookFieldsSchema,
    examples: { enabled: { url: exampleWebhook.url, enabled: true } },
    refused: {
      without_url: [{ loc: ['body', 'url'], msg: 'Field required', type: 'missing' }],
      no_https: [{ loc: ['body', 'url'], msg: 'Value error, the URL must begin with https://', type: 'value_error' }],
    },
  },
  answers: {
    200: { description: 'The webhook as it is now.', schema: WebhookSchema, examples: { saved: exampleWebhook } },
  },
  errors: ['body_too_large'],
  decisions: ['webhook_url', 'webhook_events', 'json_reading', 'validation_errors'],
});
