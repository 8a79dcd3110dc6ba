import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import type { WebhookEvent } from '../../store/webhook-store.ts';
import { eventBody } from '../../webhooks/event-body.ts';
import { exampleWebhookEvent } from '../examples/webhook.ts';
import { WebhookEventSchema, webhookEventNames } from './webhook-event.ts';

it.each(webhookEventNames)('describes what is posted for %s', (event) => {
  const kept: WebhookEvent = {
    id: 'e',
    partnerId: 'p',
    analysisId: exampleWebhookEvent.video_id,
    event,
    status: 'analyzing',
    percentage: 10,
    sequence: 2,
    createdAtMs: 0,
    state: 'waiting',
    expiresAtMs: 1,
    attempts: 0,
    lastStatus: null,
    lastError: null,
  };
  const body: unknown = JSON.parse(eventBody(kept));
  expect(Value.Errors(WebhookEventSchema, body)).toEqual([]);
  expect(Object.keys(body as object)).toEqual(Object.keys(exampleWebhookEvent));
});
