/** The partner's webhook. Its secret is shown by `stridelab webhooks secret` alone. */
export interface ConsoleWebhook {
  readonly url: string;
  readonly enabled: boolean;
  /** Milliseconds since 1970. */
  readonly updatedAtMs: number;
}

/** `GET /console/api/webhook`; null where none was saved. `DELETE` answers 204 in any case. */
export interface ConsoleWebhookBody {
  readonly webhook: ConsoleWebhook | null;
}

/** `PUT /console/api/webhook`, which answers a {@link ConsoleWebhookBody}. */
export interface WebhookRequest {
  readonly url: string;
  readonly enabled: boolean;
}

/** `POST /console/api/webhook/test`: what the saved address said to a test event; 400 `webhook_not_configured` where none was saved. */
export interface WebhookTest {
  readonly isDelivered: boolean;
  /** HTTP status; null when none was answered. */
  readonly status: number | null;
  readonly error: string | null;
}
