import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, parse, resolve } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { clipExtensions } from '../../server/batch/find-clips.ts';
import { scalarRows } from '../accuracy/metric-table.ts';

const numbers = Object.fromEntries(scalarRows.map(({ field }) => [field, Type.Optional(Type.Number())]));

/** What stands beside a clip, as `NAME.truth.json` beside `NAME.mp4`. */
const OwnTruthSchema = Type.Object(
  {
    /** Standing height, metres. */
    heightM: Type.Number({ minimum: 0.5, maximum: 2.5 }),
    treadmill: Type.Optional(Type.Boolean()),
    /** What the treadmill shows, seconds per kilometre. */
    paceSPerKm: Type.Optional(Type.Number({ minimum: 60, maximum: 1800 })),
    /** What is known, by the names of docs/reference/metrics.md. */
    truth: Type.Object(numbers, { additionalProperties: false }),
  },
  { additionalProperties: false },
);

type NumberName = (typeof scalarRows)[number]['field'];

/** A clip from the side and what its owner knows of the runner. */
export interface OwnClip {
  readonly name: string;
  readonly path: string;
  readonly heightM: number;
  readonly treadmill: boolean;
  readonly paceSPerKm: number | null;
  readonly truth: Readonly<Partial<Record<NumberName, number>>>;
}

/** What a folder holds for this bench. */
export interface OwnFolder {
  /** Those that have a truth beside them, by name. */
  readonly clips: readonly OwnClip[];
  /** Files that are clips and have none. */
  readonly withoutTruth: readonly string[];
}

const ending = '.truth.json';

/**
 * The clips of a folder, and what is known of them. Endings may be in capitals.
 *
 * @throws StrideError `invalid_option`: the folder cannot be read or has no clip with a truth, or a truth is not as it should be, or has
 * no clip; what is wrong is named.
 */
export function ownClips(folder: string): OwnFolder {
  const root = resolve(folder);
  const files = filesOf(root);
  const videos = files.filter((file) => clipExtensions.has(extname(file).toLowerCase()));
  const clips = files
    .filter((file) => file.toLowerCase().endsWith(ending))
    .map((file) => {
      const name = file.slice(0, -ending.length);
      const clip = videos.find((video) => parse(video).name === name);
      if (clip === undefined) throw wrong(`${file}: there is no clip ${name} beside it`);
      const { heightM, treadmill = false, paceSPerKm = null, truth } = truthOf(root, file);
      return { name, path: join(root, clip), heightM, treadmill, paceSPerKm, truth };
    });
  const withoutTruth = videos.filter((video) => clips.every(({ path }) => path !== join(root, video)));
  if (clips.length === 0) {
    const [first] = withoutTruth;
    throw wrong(
      first === undefined
        ? `there is no clip in ${root}; put clips there, each with NAME${ending} beside it`
        : `no clip in ${root} has a truth beside it: ${withoutTruth.join(', ')}; write ${parse(first).name}${ending} beside ${first}`,
    );
  }
  return { clips, withoutTruth };
}

function filesOf(root: string): string[] {
  try {
    return readdirSync(root).sort();
  } catch (cause) {
    throw wrong(`${root} is no folder that can be read`, cause);
  }
}

function truthOf(root: string, file: string) {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (cause) {
    throw wrong(`${file} is not JSON that can be read`, cause);
  }
  if (!Value.Check(OwnTruthSchema, value)) {
    requireKnown(file, value, OwnTruthSchema.properties);
    const { truth } = value as { readonly truth?: unknown };
    requireKnown(`${file}, truth`, truth, OwnTruthSchema.properties.truth.properties);
    const [fault] = Value.Errors(OwnTruthSchema, value);
    throw wrong(`${file}: ${`${fault?.instancePath ?? ''} ${fault?.message ?? 'is not as it should be'}`.trim()}`);
  }
  return value;
}

/** @throws StrideError where a value is no object, or has a field that is not known. */
function requireKnown(where: string, value: unknown, known: Readonly<Record<string, unknown>>): void {
  if (typeof value !== 'object' || value === null)
    throw wrong(`${where} is no object; its fields are ${Object.keys(known).join(', ')}`);
  const odd = Object.keys(value).find((name) => !Object.hasOwn(known, name));
  if (odd !== undefined) throw wrong(`${where}: there is no field ${odd}; known are ${Object.keys(known).join(', ')}`);
}

const wrong = (detail: string, cause?: unknown): StrideError =>
  new StrideError('invalid_option', detail, {
    cause,
    advice: 'docs/guides/benchmark.md shows what such a folder holds.',
  });
