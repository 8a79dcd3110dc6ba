import { hashPassword, matchesPassword, unmatchable } from '../../accounts/password-hash.ts';
import { type Credentials, nameKey, type PeopleStore } from '../../accounts/people-store.ts';
import type { Session, SessionStore } from '../../accounts/session-store.ts';
import { generateSessionToken, hashSessionToken } from '../../accounts/session-token.ts';
import { ConsoleError } from '../console-errors.ts';
import { GuessLimit, type GuessLimits } from './guess-limit.ts';
import { PasswordDesk } from './password-desk.ts';

export interface SignInOptions {
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits?: GuessLimits;
}

/** A session just begun: the only moment at which its token can be read. */
export interface BegunSession {
  readonly token: string;
  readonly session: Session;
}

/** Where people prove who they are. */
export class SignInDesk {
  readonly #options: SignInOptions;
  readonly #guesses: GuessLimit;
  readonly #passwords = new PasswordDesk();

  constructor(options: SignInOptions) {
    this.#options = options;
    this.#guesses = new GuessLimit(options.limits);
  }

  /**
   * Begins a session. A name that nobody has takes as long as a wrong password, counts as one and is answered alike.
   *
   * @throws ConsoleError `sign_in_failed`, `too_many_guesses`; HttpError `server_busy`.
   */
  async signIn(name: string, password: string, address: string): Promise<BegunSession> {
    const proven = await this.#prove(name, password, address, 'sign_in_failed');
    const token = generateSessionToken();
    const session = await this.#options.sessions.begin(hashSessionToken(token), proven, this.#options.now());
    if (session === null) throw new ConsoleError('sign_in_failed');
    return { token, session };
  }

  /**
   * Replaces the password of somebody who is signed in.
   *
   * @throws ConsoleError `password_wrong`, `too_many_guesses`; HttpError `server_busy`.
   */
  async changePassword(session: Session, token: string, current: string, next: string, address: string): Promise<void> {
    const { people, now } = this.#options;
    const proven = await this.#prove(session.name, current, address, 'password_wrong');
    const hash = await this.#passwords.do(() => hashPassword(next));
    if (proven.personId !== session.personId) throw new ConsoleError('password_wrong');
    if (!(await people.changePassword(proven, hash, hashSessionToken(token), now())))
      throw new ConsoleError('password_wrong');
  }

  async #prove(
    name: string,
    password: string,
    address: string,
    refusal: 'sign_in_failed' | 'password_wrong',
  ): Promise<Credentials> {
    const key = nameKey(name);
    const waitS = this.#guesses.waitS(key, address, this.#options.now());
    if (waitS !== null) throw new ConsoleError('too_many_guesses', waitS);
    const credentials = await this.#options.people.credentialsOf(name);
    const isRight = await this.#check(password, credentials, () => this.#guesses.right(key, address));
    if (credentials === null || !isRight) throw new ConsoleError(refusal);
    this.#guesses.right(key, address);
    return credentials;
  }

  /** @param onUnchecked Told when it could not be looked into whether the password is right. */
  async #check(password: string, credentials: Credentials | null, onUnchecked: () => void): Promise<boolean> {
    try {
      return await this.#passwords.do(() => matchesPassword(password, credentials?.passwordHash ?? unmatchable));
    } catch (error) {
      onUnchecked();
      throw error;
    }
  }
}
