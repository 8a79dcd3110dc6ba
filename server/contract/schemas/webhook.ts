import { type Static, Type } from 'typebox';
import { TimestampSchema } from './common.ts';
import { closed } from './nullable.ts';

/** Both are required. */
export const WebhookFieldsSchema = Type.Object(
  {
    url: Type.String({
      minLength: 1,
      maxLength: 2000,
      description: 'Where events are posted to; https.',
      examples: ['https://client.example.com/webhooks/ochy'],
    }),
    enabled: Type.Boolean({ description: 'Whether events are sent.', examples: [true] }),
  },
  { title: 'WebhookFields' },
);

export const WebhookSchema = Type.Object(
  { url: Type.String(), enabled: Type.Boolean(), updated_at: TimestampSchema },
  { ...closed, title: 'Webhook' },
);

/** What is answered until a webhook is saved: `{}`. */
export const NoWebhookSchema = Type.Object({}, { ...closed, title: 'NoWebhook' });

export type WebhookFields = Static<typeof WebhookFieldsSchema>;
export type WebhookBody = Static<typeof WebhookSchema>;
