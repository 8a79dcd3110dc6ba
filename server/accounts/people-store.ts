import type { Language } from '../../engine/score/language.ts';

/** Somebody who may sign in to the console. */
export interface Person {
  readonly personId: string;
  /** Whose things the person sees, and no other's. */
  readonly partnerId: string;
  /** The partner's name. */
  readonly partner: string;
  readonly name: string;
  /** What the person chose for the console; null before. */
  readonly language: Language | null;
}

export interface NewPerson {
  /** The partner's name; a partner that is new is made. */
  readonly partner: string;
  readonly name: string;
  readonly passwordHash: string;
}

export interface ListedPerson {
  readonly name: string;
  readonly partner: string;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  readonly passwordSetAtMs: number;
}

/** What a password is checked against. */
export interface Credentials {
  readonly personId: string;
  readonly passwordHash: string;
}

/** All that the server asks of its memory of people. No two have the same name, in whatever case, whoever's they are. */
export interface PeopleStore {
  /** @returns False when the name is taken. */
  add(person: NewPerson, nowMs: number): Promise<boolean>;
  /** By partner and name. */
  list(): Promise<ListedPerson[]>;
  /** Removes a person of a partner, whose sessions end. @returns False when there is no such person. */
  remove(partnerId: string, name: string): Promise<boolean>;
  /** Sets the password of a person of a partner, whose sessions end. @returns False when there is no such person. */
  setPassword(partnerId: string, name: string, passwordHash: string, nowMs: number): Promise<boolean>;
  /**
   * Replaces the password that a person has proven to know. All other sessions of the person end.
   *
   * @returns False when it is no longer the person's.
   */
  changePassword(proven: Credentials, passwordHash: string, keptSession: string, nowMs: number): Promise<boolean>;
  setLanguage(personId: string, language: Language): Promise<void>;
  credentialsOf(name: string): Promise<Credentials | null>;
}

/** A name as it is kept and shown. */
export const writtenName = (name: string): string => name.trim().normalize('NFKC');

/** What two spellings of one name have in common. */
export const nameKey = (name: string): string => writtenName(name).toLowerCase();
