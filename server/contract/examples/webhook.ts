import type { WebhookBody } from '../schemas/webhook.ts';

/** A webhook that is saved and enabled. */
export const exampleWebhook: WebhookBody = {
  url: 'https://client.example.com/webhooks/ochy',
  enabled: true,
  updated_at: '2026-03-23T10:45:00Z',
};
