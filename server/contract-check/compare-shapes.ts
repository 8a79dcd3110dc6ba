import type { DifferenceKind } from './difference.ts';
import type { Direction } from './read-shape.ts';
import type { JsonType, LazyShape, SchemaShape } from './schema-shape.ts';

/** A difference of two schemas, not yet told which operation it belongs to. */
export interface ShapeDifference {
  readonly kind: DifferenceKind;
  readonly breaking: boolean;
  readonly place: string;
  readonly theirs: string;
  readonly ours: string;
  /** The mark nearest to the place in our schema. */
  readonly decision: string | null;
}

/**
 * Compares what two schemas allow. In answers ours may be narrower, in requests wider, without breaking a client.
 * An object that theirs leaves open and ours closes is no difference: open is what OpenAPI takes an object for.
 */
export function compareShapes(theirs: LazyShape, ours: LazyShape, direction: Direction): ShapeDifference[] {
  return new ShapeComparison(direction).compare(theirs, ours, { place: '', decision: null });
}

interface Spot {
  readonly place: string;
  readonly decision: string | null;
}

class ShapeComparison {
  readonly #direction: Direction;
  readonly #seen = new Set<string>();

  constructor(direction: Direction) {
    this.#direction = direction;
  }

  compare(theirs: LazyShape, ours: LazyShape, outer: Spot): ShapeDifference[] {
    const pair = `${theirs.key} ${ours.key}`;
    if (this.#seen.has(pair)) return [];
    this.#seen.add(pair);
    try {
      const [their, our] = [theirs.read(), ours.read()];
      const spot = { place: outer.place, decision: our.decision ?? outer.decision };
      return this.#compareRead(their, our, spot, theirs, ours);
    } finally {
      this.#seen.delete(pair);
    }
  }

  #compareRead(
    their: SchemaShape,
    our: SchemaShape,
    spot: Spot,
    theirs: LazyShape,
    ours: LazyShape,
  ): ShapeDifference[] {
    const differ = this.#differ(spot);
    if (saysNothing(their))
      return saysNothing(our) ? [] : [differ('unspecified', false, 'anything', describeShape(our))];
    if (their.variants !== null || our.variants !== null)
      return this.#compareVariants(their.variants ?? [theirs], our.variants ?? [ours], their, our, spot);
    return [
      ...this.#compareTypes(their, our, differ),
      ...this.#compareValues(their, our, differ),
      ...this.#compareWords(their, our, differ),
      ...this.#compareObjects(their, our, spot),
      ...this.#compareItems(their, our, spot),
    ];
  }

  #differ =
    ({ place, decision }: Spot) =>
    (kind: DifferenceKind, breaking: boolean, theirs: string, ours: string): ShapeDifference => ({
      kind,
      breaking,
      place,
      theirs,
      ours,
      decision,
    });

  #compareTypes({ types: their }: SchemaShape, { types: our }: SchemaShape, differ: Differ): ShapeDifference[] {
    const [wanted, given] = this.#direction === 'answer' ? [their, our] : [our, their];
    if (sameTypes(their, our)) return [];
    // A value of the giving side that the wanting side has no place for.
    const breaking = wanted !== null && (given === null || [...given].some((type) => !admits(wanted, type)));
    return [differ('type', breaking, typesText(their), typesText(our))];
  }

  #compareValues({ values: their }: SchemaShape, { values: our }: SchemaShape, differ: Differ): ShapeDifference[] {
    if (JSON.stringify(their) === JSON.stringify(our)) return [];
    const [wanted, given] = this.#direction === 'answer' ? [their, our] : [our, their];
    const breaking = wanted !== null && (given === null || given.some((value) => !wanted.includes(value)));
    return [differ('values', breaking, their?.join(', ') ?? 'any', our?.join(', ') ?? 'any')];
  }

  #compareWords(their: SchemaShape, our: SchemaShape, differ: Differ): ShapeDifference[] {
    const found: ShapeDifference[] = [];
    const binds = (theirWord: string | null, ourWord: string | null): boolean =>
      this.#direction === 'answer' ? theirWord !== null : ourWord !== null;
    if (their.format !== our.format)
      found.push(differ('format', binds(their.format, our.format), their.format ?? 'none', our.format ?? 'none'));
    for (const keyword of new Set([...their.limits.keys(), ...our.limits.keys()])) {
      const [theirLimit, ourLimit] = [their.limits.get(keyword) ?? null, our.limits.get(keyword) ?? null];
      if (theirLimit === ourLimit) continue;
      const text = (limit: string | null): string => (limit === null ? `no ${keyword}` : `${keyword} ${limit}`);
      found.push(differ('limit', binds(theirLimit, ourLimit), text(theirLimit), text(ourLimit)));
    }
    if (their.defaultValue !== our.defaultValue && this.#direction === 'request')
      found.push(differ('default', true, their.defaultValue ?? 'none', our.defaultValue ?? 'none'));
    return found;
  }

  #compareObjects(their: SchemaShape, our: SchemaShape, spot: Spot): ShapeDifference[] {
    // A free object of theirs says nothing of what is in it.
    if (their.properties.size === 0 && our.properties.size > 0 && their.additional === true) {
      const differ = this.#differ(spot);
      return [differ('unspecified', false, 'an object', describeShape(our))];
    }
    const found = [...their.properties].flatMap(([name, property]) =>
      this.#compareProperty(name, property, their, our, spot),
    );
    for (const [name, property] of our.properties) {
      if (their.properties.has(name)) continue;
      const { place, decision } = inside(spot, name);
      const required = our.required.has(name);
      const differ = this.#differ({ place, decision: property.read().decision ?? decision });
      const breaking = this.#direction === 'request' ? required : their.additional === false;
      found.push(differ('property_extra', breaking, 'no such property', required ? 'required' : 'optional'));
    }
    return [...found, ...this.#compareAdditional(their, our, spot)];
  }

  #compareProperty(
    name: string,
    property: LazyShape,
    their: SchemaShape,
    our: SchemaShape,
    spot: Spot,
  ): ShapeDifference[] {
    const at = inside(spot, name);
    const differ = this.#differ(at);
    const wanted = their.required.has(name);
    const ours = our.properties.get(name);
    const word = (required: boolean): string => (required ? 'required' : 'optional');
    if (ours === undefined)
      return [differ('property_missing', wanted || this.#direction === 'request', word(wanted), 'no such property')];
    const found = this.compare(property, ours, at);
    const given = our.required.has(name);
    if (wanted === given) return found;
    const breaking = this.#direction === 'answer' ? wanted : given;
    const marked = this.#differ({ place: at.place, decision: ours.read().decision ?? at.decision });
    return [marked('required', breaking, word(wanted), word(given)), ...found];
  }

  #compareAdditional(
    { additional: their }: SchemaShape,
    { additional: our }: SchemaShape,
    spot: Spot,
  ): ShapeDifference[] {
    const differ = this.#differ(spot);
    if (typeof their !== 'boolean' && typeof our !== 'boolean') return this.compare(their, our, inside(spot, '*'));
    if (their === our || (their === true && our === false)) return [];
    const text = (additional: SchemaShape['additional']): string =>
      additional === true ? 'any' : additional === false ? 'none' : describeShape(additional.read());
    return [differ('additional_properties', their !== true, text(their), text(our))];
  }

  #compareItems(their: SchemaShape, our: SchemaShape, spot: Spot): ShapeDifference[] {
    if (their.places !== null || our.places !== null) {
      const [theirPlaces, ourPlaces] = [their.places ?? [], our.places ?? []];
      if (theirPlaces.length !== ourPlaces.length)
        return [this.#differ(spot)('limit', true, `${theirPlaces.length} places`, `${ourPlaces.length} places`)];
      return theirPlaces.flatMap((place, i) =>
        this.compare(place, ourPlaces[i], { ...spot, place: `${spot.place}[${i}]` }),
      );
    }
    if (their.items !== null && our.items !== null)
      return this.compare(their.items, our.items, { ...spot, place: `${spot.place}[]` });
    const [one, other] = [their.items, our.items];
    if (one === other) return [];
    const text = (items: LazyShape | null): string => (items === null ? 'any items' : describeShape(items.read()));
    return [
      this.#differ({ ...spot, place: `${spot.place}[]` })(
        'type',
        this.#direction === 'answer' && one !== null,
        text(one),
        text(other),
      ),
    ];
  }

  /** Each of their variants is held against the one of ours that it differs from least. */
  #compareVariants(
    theirs: readonly LazyShape[],
    ours: readonly LazyShape[],
    their: SchemaShape,
    our: SchemaShape,
    spot: Spot,
  ): ShapeDifference[] {
    const differ = this.#differ(spot);
    const pairs = theirs
      .flatMap((one) => ours.map((other) => ({ one, other, found: this.compare(one, other, spot) })))
      .sort((a, b) => weight(a.found) - weight(b.found));
    const taken = new Set<LazyShape>();
    const found: ShapeDifference[] = [];
    for (const pair of pairs) {
      if (taken.has(pair.one) || taken.has(pair.other)) continue;
      taken.add(pair.one).add(pair.other);
      found.push(...pair.found);
    }
    for (const one of theirs.filter((shape) => !taken.has(shape)))
      found.push(
        differ('variant_missing', this.#direction === 'request', describeShape(one.read()), 'no such variant'),
      );
    for (const other of ours.filter((shape) => !taken.has(shape))) {
      const shape = other.read();
      const marked = this.#differ({ ...spot, decision: shape.decision ?? spot.decision });
      found.push(marked('variant_extra', this.#direction === 'answer', 'no such variant', describeShape(shape)));
    }
    if (mayBeNull(their) !== mayBeNull(our)) {
      const breaking = this.#direction === 'answer' ? mayBeNull(our) : mayBeNull(their);
      found.push(differ('type', breaking, nullText(their), nullText(our)));
    }
    return found;
  }
}

type Differ = (kind: DifferenceKind, breaking: boolean, theirs: string, ours: string) => ShapeDifference;

const inside = ({ place, decision }: Spot, name: string): Spot => ({
  place: place === '' ? name : `${place}.${name}`,
  decision,
});

const weight = (found: readonly ShapeDifference[]): number =>
  found.reduce((sum, { kind, breaking }) => sum + (kind === 'values' ? 10 : 0) + (breaking ? 3 : 1), 0);

const mayBeNull = ({ types, orNull }: SchemaShape): boolean => orNull || types?.has('null') === true;
const nullText = (shape: SchemaShape): string => (mayBeNull(shape) ? 'null as well' : 'never null');

const admits = (types: ReadonlySet<JsonType>, type: JsonType): boolean =>
  types.has(type) || (type === 'integer' && types.has('number'));

const sameTypes = (one: ReadonlySet<JsonType> | null, other: ReadonlySet<JsonType> | null): boolean =>
  one === null || other === null ? one === other : one.size === other.size && [...one].every((type) => other.has(type));

const typesText = (types: ReadonlySet<JsonType> | null): string =>
  types === null ? 'any' : [...types].sort().join(' or ');

/** A schema such as `{}`. */
const saysNothing = ({ types, values, properties, items, places, variants, format, limits }: SchemaShape): boolean =>
  types === null &&
  values === null &&
  properties.size === 0 &&
  items === null &&
  places === null &&
  variants === null &&
  format === null &&
  limits.size === 0;

function describeShape({ name, values, types, properties }: SchemaShape): string {
  if (name !== null) return name;
  if (values !== null) return values.join(', ');
  const names = [...properties.keys()];
  if (names.length === 0) return typesText(types);
  return `{${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}}`;
}
