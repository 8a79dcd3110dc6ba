import { compareShapes, type ShapeDifference } from './compare-shapes.ts';
import { decisionsTouched } from './decisions-touched.ts';
import type { Difference, DifferenceKind } from './difference.ts';
import type { OpenApiDocument } from './open-api-document.ts';
import {
  type AnswerEntry,
  type Content,
  type OperationEntry,
  type ParameterEntry,
  readOperations,
} from './read-operations.ts';
import { type Direction, ShapeReader } from './read-shape.ts';

/** Everything that their document says otherwise than ours, path by path in their order, then what only ours has. */
export function compareDocuments(theirs: OpenApiDocument, ours: OpenApiDocument): Difference[] {
  const [theirPaths, ourPaths] = [readOperations(theirs), readOperations(ours)];
  const comparison = new DocumentComparison(theirs, ours);
  for (const [template, theirMethods] of theirPaths) {
    const ourMethods = ourPaths.get(template);
    const path = [...theirMethods.values()][0]?.path ?? template;
    if (ourMethods === undefined) comparison.missingPath(path, theirMethods);
    else comparison.comparePath(theirMethods, ourMethods);
  }
  for (const [template, methods] of ourPaths) if (!theirPaths.has(template)) comparison.extraPath(methods);
  return comparison.found;
}

interface Part {
  readonly operation: OperationEntry;
  readonly ours: OperationEntry | null;
  readonly part: string;
  /** The status that the part belongs to, where it is an answer. */
  readonly status?: string;
  readonly decision?: string | null;
}

class DocumentComparison {
  readonly found: Difference[] = [];
  readonly #readers: Readonly<Record<Direction, readonly [theirs: ShapeReader, ours: ShapeReader]>>;

  constructor(theirs: OpenApiDocument, ours: OpenApiDocument) {
    const readers = (direction: Direction) =>
      [new ShapeReader(theirs.root, direction), new ShapeReader(ours.root, direction)] as const;
    this.#readers = { request: readers('request'), answer: readers('answer') };
  }

  missingPath(path: string, methods: ReadonlyMap<string, OperationEntry>): void {
    this.found.push(this.#onPath('path_missing', true, path, [...methods.keys()].join(', '), 'no such path', []));
  }

  extraPath(methods: ReadonlyMap<string, OperationEntry>): void {
    const [first] = methods.values();
    if (first === undefined) return;
    const named = [...methods.values()].flatMap(({ decisions }) => decisions);
    const touched = decisionsTouched({ marks: [], operation: named, status: null, place: '', path: first.path });
    this.found.push(
      this.#onPath('path_extra', false, first.path, 'no such path', [...methods.keys()].join(', '), touched),
    );
  }

  comparePath(theirs: ReadonlyMap<string, OperationEntry>, ours: ReadonlyMap<string, OperationEntry>): void {
    for (const [method, operation] of theirs) {
      const our = ours.get(method);
      const whole: Part = { operation, ours: our ?? null, part: 'operation' };
      if (our === undefined) this.#add(whole, 'method_missing', true, method, 'no such method');
      else this.#compareOperation(operation, our);
    }
    for (const [method, our] of ours)
      if (!theirs.has(method))
        this.#add({ operation: our, ours: our, part: 'operation' }, 'method_extra', false, 'no such method', method);
  }

  #compareOperation(theirs: OperationEntry, ours: OperationEntry): void {
    this.#comparePathParameters(theirs, ours);
    this.#compareParameters(theirs, ours);
    this.#compareBody(theirs, ours);
    this.#compareAnswers(theirs, ours);
  }

  /** Path parameters go by their place: their names never reach the server. */
  #comparePathParameters(theirs: OperationEntry, ours: OperationEntry): void {
    const names = ({ path }: OperationEntry): string[] => [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
    const schemaOf = ({ parameters }: OperationEntry, name: string): unknown =>
      parameters.find((one) => one.in === 'path' && one.name === name)?.schema;
    names(theirs).forEach((name, i) => {
      const our = names(ours)[i];
      const part: Part = { operation: theirs, ours, part: `path parameter ${name}` };
      if (name !== our) this.#add(part, 'parameter_name', false, name, our);
      this.#compareSchemas(part, schemaOf(theirs, name), schemaOf(ours, our), 'request');
    });
  }

  #compareParameters(theirs: OperationEntry, ours: OperationEntry): void {
    const beside = ({ parameters }: OperationEntry): Map<string, ParameterEntry> =>
      new Map(parameters.filter((one) => one.in !== 'path').map((one) => [keyOf(one), one]));
    const [their, our] = [beside(theirs), beside(ours)];
    const word = ({ required }: ParameterEntry): string => (required ? 'required' : 'optional');
    for (const [key, one] of their) {
      const other = our.get(key);
      const part: Part = { operation: theirs, ours, part: `${one.in} parameter ${one.name}` };
      if (other === undefined) {
        this.#add(part, 'parameter_missing', true, word(one), 'no such parameter');
        continue;
      }
      if (one.required !== other.required)
        this.#add(part, 'parameter_required', other.required, word(one), word(other));
      this.#compareSchemas(part, one.schema, other.schema, 'request');
    }
    for (const [key, other] of our) {
      const part: Part = { operation: theirs, ours, part: `${other.in} parameter ${other.name}` };
      if (!their.has(key)) this.#add(part, 'parameter_extra', other.required, 'no such parameter', word(other));
    }
  }

  #compareBody(theirs: OperationEntry, ours: OperationEntry): void {
    const part: Part = { operation: theirs, ours, part: 'request body' };
    const [one, other] = [theirs.body, ours.body];
    const word = (required: boolean): string => (required ? 'required' : 'optional');
    if (one === null && other !== null) this.#add(part, 'body_extra', other.required, 'no body', word(other.required));
    if (one !== null && other === null) this.#add(part, 'body_missing', true, word(one.required), 'no body');
    if (one === null || other === null) return;
    if (one.required !== other.required)
      this.#add(part, 'body_required', other.required, word(one.required), word(other.required));
    this.#compareContent(part, one.content, other.content, 'request');
  }

  #compareAnswers(theirs: OperationEntry, ours: OperationEntry): void {
    const covered = new Set<string>();
    for (const [status, answer] of theirs.answers) {
      const part: Part = { operation: theirs, ours, part: `answer ${status}`, status };
      const matching = statusesFor(status, theirs, ours);
      if (matching.length === 0) this.#add(part, 'status_missing', false, status, 'no such answer');
      for (const [our, entry] of matching) {
        covered.add(our);
        this.#compareAnswer({ ...part, part: `answer ${our}`, status: our, decision: entry.decision }, answer, entry);
      }
    }
    for (const [status, { decision }] of ours.answers) {
      const part: Part = { operation: theirs, ours, part: `answer ${status}`, status, decision };
      // Every server has answers of its own when it cannot do what it is asked.
      if (!covered.has(status)) this.#add(part, 'status_extra', Number(status[0]) < 4, 'no such answer', status);
    }
  }

  #compareAnswer(part: Part, theirs: AnswerEntry, ours: AnswerEntry): void {
    this.#compareContent(part, theirs.content, ours.content, 'answer');
    for (const [name, schema] of theirs.headers) {
      const at = { ...part, part: `${part.part} header ${name}` };
      if (!ours.headers.has(name)) this.#add(at, 'header_missing', true, name, 'no such header');
      else this.#compareSchemas(at, schema, ours.headers.get(name), 'answer');
    }
    for (const name of ours.headers.keys())
      if (!theirs.headers.has(name))
        this.#add({ ...part, part: `${part.part} header ${name}` }, 'header_extra', false, 'no such header', name);
  }

  #compareContent(part: Part, theirs: Content, ours: Content, direction: Direction): void {
    for (const [type, schema] of theirs) {
      const at = { ...part, part: `${part.part} ${type}` };
      if (ours.has(type)) this.#compareSchemas(at, schema, ours.get(type), direction);
      else this.#add(at, 'content_type_missing', true, type, [...ours.keys()].join(', ') || 'no body');
    }
    for (const type of ours.keys()) {
      const only = direction === 'answer' && theirs.size === 0;
      if (!theirs.has(type))
        this.#add(
          { ...part, part: `${part.part} ${type}` },
          'content_type_extra',
          false,
          only ? 'no body' : [...theirs.keys()].join(', ') || 'none',
          type,
        );
    }
  }

  #compareSchemas(part: Part, theirs: unknown, ours: unknown, direction: Direction): void {
    const [theirReader, ourReader] = this.#readers[direction];
    for (const one of compareShapes(theirReader.lazy(theirs), ourReader.lazy(ours), direction))
      this.#addShape(part, one);
  }

  #addShape(part: Part, { kind, breaking, place, theirs, ours, decision }: ShapeDifference): void {
    this.#add(part, kind, breaking, theirs, ours, place, decision);
  }

  #add(
    part: Part,
    kind: DifferenceKind,
    breaking: boolean,
    theirs: string,
    ours: string,
    place = '',
    mark: string | null = null,
  ): void {
    const { method, path } = part.operation;
    const touched = decisionsTouched({
      marks: [mark, part.decision ?? null],
      operation: part.ours?.decisions ?? [],
      status: part.status ?? null,
      place,
      path,
    });
    this.found.push({ kind, breaking, method, path, part: part.part, place, theirs, ours, decisions: touched });
  }

  #onPath(
    kind: DifferenceKind,
    breaking: boolean,
    path: string,
    theirs: string,
    ours: string,
    decisions: Difference['decisions'],
  ): Difference {
    return { kind, breaking, method: null, path, part: 'path', place: '', theirs, ours, decisions };
  }
}

const keyOf = ({ in: where, name }: ParameterEntry): string =>
  `${where} ${where === 'header' ? name.toLowerCase() : name}`;

/** Our answers that one of theirs speaks of: of the same status, or those that a range such as `4XX` leaves to it. */
function statusesFor(status: string, theirs: OperationEntry, ours: OperationEntry): (readonly [string, AnswerEntry])[] {
  if (ours.answers.has(status)) return [[status, ours.answers.get(status) as AnswerEntry]];
  const range = /^([1-5])XX$/.exec(status);
  if (range !== null) return [...ours.answers].filter(([one]) => one.startsWith(range[1]) && !theirs.answers.has(one));
  if (status === 'default')
    return [...ours.answers].filter(([one]) => !theirs.answers.has(one) && !theirs.answers.has(`${one[0]}XX`));
  const wider = [`${status[0]}XX`, 'default'].find((one) => ours.answers.has(one));
  return wider === undefined ? [] : [[wider, ours.answers.get(wider) as AnswerEntry]];
}
