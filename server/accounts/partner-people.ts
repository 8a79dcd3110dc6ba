import { StrideError } from '../../engine/errors/stride-error.ts';
import { hasStores, idOfPartner, withNewStores, withStores } from './operator-stores.ts';
import { hashPassword } from './password-hash.ts';
import { passwordFault } from './password-rules.ts';
import { type ListedPerson, writtenName } from './people-store.ts';

/** Characters of a person's name, at most. */
const longestName = 100;

/** Somebody of a partner. */
export interface NamedPerson {
  readonly partner: string;
  readonly name: string;
}

/** Partners that are named to somebody who named another, at most. */
const mostNamed = 10;

/**
 * Holds the name of a partner against those that a store knows. Where it knows none, any is right.
 *
 * @throws StrideError `data_dir_unusable`, `invalid_option` when no partner has the name, with those that there are.
 */
export async function requireKnownPartner(place: string, partner: string): Promise<void> {
  if (!hasStores(place)) return;
  const known = await withStores(place, async ({ accounts, people }) => {
    if ((await accounts.partnerNamed(partner.trim())) !== null) return [];
    return [...(await accounts.listKeys()), ...(await people.list())].map((row) => row.partner);
  });
  const names = [...new Set(known)].sort();
  if (names.length === 0) return;
  const left = names.length - mostNamed;
  throw new StrideError(
    'invalid_option',
    `no partner has the name ${partner.trim()}; there ${names.length === 1 ? 'is' : 'are'} ${names.slice(0, mostNamed).join(', ')}${left > 0 ? ` and ${left} more` : ''}. --new-partner makes a new one`,
  );
}

/**
 * Lets somebody sign in to the console, for a partner, which is made when it is new. May be called while a server runs on the folder.
 *
 * @returns Whether the partner is new.
 * @throws StrideError `data_dir_unusable`, `invalid_option` for an empty name, one that is taken, or a password that cannot be used.
 */
export async function addPerson(dataDir: string, person: NamedPerson, password: string): Promise<boolean> {
  const { partner, name } = checkedPerson(person);
  const passwordHash = await hashed(password, name);
  const { isAdded, isNew } = await withNewStores(dataDir, async ({ accounts, people }) => ({
    isNew: (await accounts.partnerNamed(partner)) === null,
    isAdded: await people.add({ partner, name, passwordHash }, Date.now()),
  }));
  if (!isAdded)
    throw new StrideError(
      'invalid_option',
      `somebody has the name ${name} already; \`stridelab people list\` shows whom`,
    );
  return isNew;
}

/**
 * Everybody who may sign in, or those of a partner.
 *
 * @throws StrideError `data_dir_unusable`, `invalid_option` when no partner has the name.
 */
export async function listPeople(dataDir: string, partner?: string): Promise<ListedPerson[]> {
  return withStores(dataDir, async (stores) => {
    const people = await stores.people.list();
    if (partner === undefined) return people;
    await idOfPartner(stores, partner);
    return people.filter((person) => person.partner === partner.trim());
  });
}

/** Removes somebody and ends their sessions. @throws StrideError `data_dir_unusable`, `invalid_option` when there is no such person. */
export async function removePerson(dataDir: string, person: NamedPerson): Promise<void> {
  const isRemoved = await withStores(dataDir, async (stores) =>
    stores.people.remove(await idOfPartner(stores, person.partner), person.name),
  );
  if (!isRemoved) throw noSuchPerson(person);
}

/** Sets somebody's password and ends their sessions. @throws StrideError as `addPerson` and `removePerson`. */
export async function setPersonPassword(dataDir: string, person: NamedPerson, password: string): Promise<void> {
  const { partner, name } = checkedPerson(person);
  const hash = await hashed(password, name);
  const isSet = await withStores(dataDir, async (stores) =>
    stores.people.setPassword(await idOfPartner(stores, partner), name, hash, Date.now()),
  );
  if (!isSet) throw noSuchPerson(person);
}

function checkedPerson(person: NamedPerson): NamedPerson {
  const [partner, name] = [person.partner.trim(), writtenName(person.name)];
  if (partner === '') throw new StrideError('invalid_option', 'the partner needs a name');
  if (name === '' || [...name].length > longestName)
    throw new StrideError('invalid_option', `a person’s name has 1 to ${longestName} characters`);
  return { partner, name };
}

async function hashed(password: string, name: string): Promise<string> {
  const fault = passwordFault(password, name);
  if (fault !== null) throw new StrideError('invalid_option', fault);
  return hashPassword(password);
}

const noSuchPerson = ({ partner, name }: NamedPerson): StrideError =>
  new StrideError('invalid_option', `nobody of ${partner} has the name ${name}; \`stridelab people list\` shows them`);
