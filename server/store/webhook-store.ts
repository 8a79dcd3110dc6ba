/** Where one partner's events are posted to. */
export interface WebhookSettings {
  readonly url: string;
  readonly enabled: boolean;
  /** Milliseconds since 1970. */
  readonly updatedAtMs: number;
  /** What events are signed with. */
  readonly secret: string;
}

/** All that the server asks of its memory of webhooks. */
export interface WebhookStore {
  /** Null when the partner has never saved one. */
  get(partnerId: string): Promise<WebhookSettings | null>;
  /** Saves address and switch; the secret is made at the first time and stays. */
  save(partnerId: string, settings: Pick<WebhookSettings, 'url' | 'enabled'>, nowMs: number): Promise<WebhookSettings>;
}
