import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Value } from 'typebox/value';
import { StrideError } from '../../errors/stride-error.ts';
import { DescriptionSchema, type NetworkDescription } from './description-schema.ts';
import { messageOf, unfit } from './unfit.ts';

/** A description and where its network lies. */
export interface ReadDescription {
  readonly description: NetworkDescription;
  readonly onnxPath: string;
}

const mostBytes = 1e6;
/** Faults that are told of one file. */
const mostFaults = 4;

/** Reads and validates a description. @throws StrideError `invalid_network_description`. */
export async function readDescription(path: string): Promise<ReadDescription> {
  const text = (await readRegularFile(path, mostBytes)).toString('utf8');
  const description = parse(text, path);
  if (!Value.Check(DescriptionSchema, description)) throw unfit(`${path}: ${faultsOf(description)}`);
  return { description, onnxPath: resolve(dirname(path), description.onnx) };
}

/** Reads a file of at most `mostBytes`. @throws StrideError `invalid_network_description`. */
export async function readRegularFile(path: string, mostBytes: number): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw unfit(`${path} is not a file`);
    if (found.size > mostBytes) throw unfit(`${path} is larger than ${mostBytes / 1e6} MB`);
    return await readFile(path);
  } catch (cause) {
    throw cause instanceof StrideError ? cause : unfit(`${path} cannot be read: ${messageOf(cause)}`, cause);
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unfit(`${path} is not JSON: ${messageOf(cause)}`, cause);
  }
}

/** The first faults of a description in one line, each with the field it is about. */
function faultsOf(description: unknown): string {
  const faults = Value.Errors(DescriptionSchema, description)
    // What is told of a field that does not exist is told once more of the object that has it.
    .filter(({ keyword }) => keyword !== 'boolean')
    .map(({ instancePath, message, params }) => {
      const field = instancePath.slice(1).replaceAll('/', '.') || 'the description';
      const wanted = Object.values(params)
        .flat()
        .filter((value) => ['string', 'number'].includes(typeof value));
      const told = wanted.filter((value) => !message.includes(String(value)));
      return `${field} ${message}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
    });
  const more = faults.length - mostFaults;
  return `${faults.slice(0, mostFaults).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
