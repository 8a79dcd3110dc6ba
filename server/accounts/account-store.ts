/** A key just made: the only moment at which it can be read. */
export interface CreatedKey {
  readonly key: string;
  readonly keyId: string;
  readonly partnerId: string;
  readonly partner: string;
  readonly label: string | null;
}

/** A key as it can be listed. */
export interface ListedKey {
  readonly keyId: string;
  readonly partner: string;
  /** What the operator calls it. */
  readonly label: string | null;
  /** How the key begins. */
  readonly prefix: string;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  readonly revokedAtMs: number | null;
}

export interface KeyRequest {
  /** The partner's name; a partner that is new is made. */
  readonly partner: string;
  readonly label: string | null;
  /** Credits that the partner is granted with the key; null for none, which leaves the partner as it is. */
  readonly credits: number | null;
}

/** All that the server asks of its memory of partners and their keys. A key itself is never stored, only its hash. */
export interface AccountStore {
  /** Makes a key for a partner, the partner when it is new, and the credits, all or nothing. */
  createKey(request: KeyRequest, nowMs: number): Promise<CreatedKey>;
  /**
   * Replaces a key by a new one of the same partner and label: from one request to the next the old one stops and the
   * new one works.
   *
   * @returns Null when there is no such key, or it was revoked before.
   */
  rotateKey(keyId: string, nowMs: number): Promise<CreatedKey | null>;
  /** @returns False when there is no such key, or it was revoked before. */
  revokeKey(keyId: string, nowMs: number): Promise<boolean>;
  /** Oldest first, revoked ones too. */
  listKeys(): Promise<ListedKey[]>;
  /** The partner that a key belongs to; null when the key is unknown or revoked. Nothing is cached. */
  partnerOf(key: string): Promise<string | null>;
  /** The id of the partner with a name, or null. */
  partnerNamed(name: string): Promise<string | null>;
}
