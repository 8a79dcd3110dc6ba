/** A token as it is made. */
const tokenForm = /^[\w-]{43}$/;

/** Where a browser keeps its session: no script reads it, no other site sends it, nothing but the console is sent it. */
export class SessionCookie {
  readonly #name: string;
  readonly #attributes: string;

  /** @param isSecure Whether the browser reaches the console by https. */
  constructor(isSecure: boolean) {
    // A page that came by http cannot set a cookie whose name begins so.
    this.#name = isSecure ? '__Secure-stridelab-session' : 'stridelab-session';
    this.#attributes = `Path=/console; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  }

  /** The `Set-Cookie` of a session, which the browser forgets when it is closed. */
  of(token: string): string {
    return `${this.#name}=${token}; ${this.#attributes}`;
  }

  /** The `Set-Cookie` that ends it. */
  get ended(): string {
    return `${this.#name}=; Max-Age=0; ${this.#attributes}`;
  }

  /** The token that a request's `Cookie` brings; null where it brings none. */
  tokenIn(header: string | undefined): string | null {
    for (const pair of (header ?? '').split(';')) {
      const at = pair.indexOf('=');
      if (at < 0 || pair.slice(0, at).trim() !== this.#name) continue;
      const token = pair.slice(at + 1).trim();
      return tokenForm.test(token) ? token : null;
    }
    return null;
  }
}
