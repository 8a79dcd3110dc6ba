/** A place in two answers at which their shapes differ. */
export interface ShapeGap {
  /** Such as `/subjects/0/name`; empty for the whole. */
  readonly place: string;
  /** Type of JSON there, or `nothing`. */
  readonly theirs: string;
  readonly ours: string;
}

/**
 * Where two JSON values differ in shape: fields that one of them lacks, and types. Null fits every type, since it stands for
 * what is not known; of lists the first items are compared.
 */
export function compareShapes(theirs: unknown, ours: unknown, place = ''): ShapeGap[] {
  const types = [typeOf(theirs), typeOf(ours)] as const;
  if (types.includes('null')) return [];
  if (types[0] !== types[1]) return [{ place, theirs: types[0], ours: types[1] }];
  if (Array.isArray(theirs) && Array.isArray(ours))
    return theirs.length > 0 && ours.length > 0 ? compareShapes(theirs[0], ours[0], `${place}/0`) : [];
  if (!isObject(theirs) || !isObject(ours)) return [];
  const names = new Set([...Object.keys(theirs), ...Object.keys(ours)]);
  return [...names].flatMap((name) => compareShapes(memberOf(theirs, name), memberOf(ours, name), `${place}/${name}`));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const memberOf = (object: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

function typeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
