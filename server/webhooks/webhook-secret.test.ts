import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { generateWebhookSecret, signatureHeaders } from './webhook-secret.ts';

const body = '{"event":"analysis.completed"}';

it('signs as receivers of Standard Webhooks check', () => {
  const secret = generateWebhookSecret();
  const headers = signatureHeaders({ id: 'msg_1', timestampS: Math.floor(Date.now() / 1000), body }, secret);
  expect(new Webhook(secret).verify(body, headers)).toEqual({ event: 'analysis.completed' });
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
  expect(() => new Webhook(generateWebhookSecret()).verify(body, headers)).toThrow();
});

it('makes another secret each time', () => {
  expect(generateWebhookSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(generateWebhookSecret()).not.toBe(generateWebhookSecret());
});
