import { createHmac, randomBytes } from 'node:crypto';

const marker = 'whsec_';
const secretBytes = 32;

/** A new secret to sign with, in the form of Standard Webhooks: `whsec_` and base64. */
export const generateWebhookSecret = (): string => marker + randomBytes(secretBytes).toString('base64');

export interface SignedMessage {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestampS: number;
  readonly body: string;
}

/**
 * The headers that sign a message as Standard Webhooks does: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`.
 * A receiver compares them, and refuses time stamps that are too old.
 */
export function signatureHeaders({ id, timestampS, body }: SignedMessage, secret: string): Record<string, string> {
  const key = Buffer.from(secret.slice(marker.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestampS}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestampS), 'webhook-signature': `v1,${signature}` };
}
