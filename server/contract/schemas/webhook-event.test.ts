import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import type { WebhookEvent } from '../../store/webhook-store.ts';
import { eventBody } from '../../webhooks/event-body.ts';
import { sendTestEvent } from '../../webhooks/send-test-event.ts';
import { exampleWebhookEvent, exampleWebhookTestEvent } from '../examples/webhook.ts';
import { openApiDocument } from '../openapi/document.ts';
import { WebhookEventSchema, WebhookTestEventSchema, webhookEventNames } from './webhook-event.ts';

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

it('describes the operator’s test event as what is posted', async () => {
  const { video_id: id } = exampleWebhookTestEvent;
  const bodies: unknown[] = [];
  const post = async ({ body }: { readonly body: string }) => {
    bodies.push(JSON.parse(body));
    return { status: 204, error: null };
  };
  const settings = { url: 'https://client.example.com', enabled: true, updatedAtMs: 0, secret: '' };
  await sendTestEvent(settings, post, { id, now: () => Date.parse(exampleWebhookTestEvent.timestamp) });
  expect(bodies).toEqual([exampleWebhookTestEvent]);
  expect(Value.Errors(WebhookTestEventSchema, bodies[0])).toEqual([]);
  expect(Value.Check(WebhookEventSchema, bodies[0])).toBe(false);
  const { testEvent } = openApiDocument('')['x-webhooks'];
  expect(testEvent.post.requestBody.content['application/json'].schema).toEqual({
    $ref: '#/components/schemas/WebhookTestEvent',
  });
});
