import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
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

const ending = '.truth.json';

/**
 * The clips of a folder that have a truth beside them, by name.
 *
 * @throws Error naming the file and the field where a truth is not as it should be, or has no clip.
 */
export function ownClips(folder: string): OwnClip[] {
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => {
      const name = file.slice(0, -ending.length);
      const clip = files.find((other) => parse(other).name === name && !other.endsWith('.json'));
      if (clip === undefined) throw new Error(`${file}: there is no clip ${name} beside it`);
      const text: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      if (!Value.Check(OwnTruthSchema, text)) {
        const [fault] = Value.Errors(OwnTruthSchema, text);
        throw new Error(`${file}: ${fault?.instancePath ?? ''} ${fault?.message ?? 'is not as it should be'}`);
      }
      const { heightM, treadmill = false, paceSPerKm = null, truth } = text;
      return { name, path: join(folder, clip), heightM, treadmill, paceSPerKm, truth };
    });
}
