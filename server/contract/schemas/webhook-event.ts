import { type Static, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { analysisStatuses } from './analysis-list.ts';
import { TimestampSchema, VideoIdSchema } from './common.ts';
import { closed } from './nullable.ts';

export const webhookEventNames = [
  'analysis.started',
  'analysis.progress',
  'analysis.completed',
  'analysis.failed',
] as const;

/** What is posted to a webhook. */
export const WebhookEventSchema = Type.Object(
  {
    event: Type.Enum(webhookEventNames),
    video_id: VideoIdSchema,
    status: Type.Enum(analysisStatuses),
    percentage: Type.Integer({ minimum: 0, maximum: 100 }),
    sequence: Type.Integer({
      minimum: 1,
      description: 'Counts the events of an analysis; a later event has a higher one.',
    }),
    timestamp: TimestampSchema,
  },
  { ...closed, title: 'WebhookEvent', ...ours('webhook_events') },
);

/** What the operator's `stridelab webhooks test` posts: an event of no analysis. */
export const WebhookTestEventSchema = Type.Object(
  {
    event: Type.Literal('webhook.test'),
    video_id: Type.String({ format: 'uuid', description: 'Of no analysis; the same as the header `webhook-id`.' }),
    status: Type.Literal('success'),
    percentage: Type.Literal(100),
    sequence: Type.Literal(0, { description: 'Events of analyses count from 1.' }),
    timestamp: TimestampSchema,
  },
  { ...closed, title: 'WebhookTestEvent', ...ours('webhook_events') },
);

export type WebhookTestEventBody = Static<typeof WebhookTestEventSchema>;
export type WebhookEventBody = Static<typeof WebhookEventSchema>;
