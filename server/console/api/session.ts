import type { Language } from '../../../engine/score/language.ts';

/** `POST /console/api/session`: somebody signs in. 401 `sign_in_failed`; 429 `too_many_guesses` with `Retry-After`. */
export interface SignInRequest {
  readonly name: string;
  readonly password: string;
}

/** Who is signed in: the answer of POST and GET `/console/api/session`; to anybody else GET answers 204, every other route 401 `not_signed_in`. */
export interface SessionBody {
  readonly name: string;
  readonly partnerId: string;
  /** The partner's name. */
  readonly partner: string;
  /** What the person chose; null before. */
  readonly language: Language | null;
  /** Milliseconds since 1970; the session ends sooner when it is not used for {@link idleMs}. */
  readonly expiresAtMs: number;
  readonly idleMs: number;
}

/** `PUT /console/api/session/language`: keeps the person's language; answers 204. */
export interface LanguageRequest {
  readonly language: Language;
}

/** `PUT /console/api/session/password`: a new password; answers 204 and ends all other sessions of the person. 400 `password_wrong`. */
export interface PasswordRequest {
  readonly current: string;
  /** At least 12 characters, at most 200. */
  readonly next: string;
}
