import type { WebhookBody } from '../schemas/webhook.ts';
import type { WebhookEventBody, WebhookTestEventBody } from '../schemas/webhook-event.ts';
import { exampleMoment, exampleVideoId } from './ids.ts';

/** A webhook that is saved and enabled. */
export const exampleWebhook: WebhookBody = {
  url: 'https://client.example.com/webhooks/ochy',
  enabled: true,
  updated_at: '2026-03-23T10:45:00Z',
};

/** What is posted when an analysis begins. */
export const exampleWebhookEvent: WebhookEventBody = {
  event: 'analysis.started',
  video_id: exampleVideoId,
  status: 'analyzing',
  percentage: 0,
  sequence: 1,
  timestamp: exampleMoment,
};

/** What an operator's test posts. */
export const exampleWebhookTestEvent: WebhookTestEventBody = {
  event: 'webhook.test',
  video_id: exampleVideoId,
  status: 'success',
  percentage: 100,
  sequence: 0,
  timestamp: exampleMoment,
};
