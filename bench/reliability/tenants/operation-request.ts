import type { Operation } from '../../../server/contract/operations/operation.ts';
import { sampleClip } from '../../../server/emulator/media/sample-clip.ts';
import { outputVideoName, thumbnailName } from '../../../server/store/media-files.ts';

/** Where an operation takes an id: a part of its path, or a field of its body. */
export interface IdSlot {
  readonly place: 'path' | 'body';
  readonly name: string;
}

/** Every place of an operation where an id of anything could stand, found by its schemas. */
export function idSlots({ params, body }: Operation): IdSlot[] {
  const fields = Object.keys(body?.schema.properties ?? {}).filter((name) => /(^|_)ids?$/.test(name));
  return [
    ...Object.keys(params?.properties ?? {}).map((name) => ({ place: 'path' as const, name })),
    ...fields.map((name) => ({ place: 'body' as const, name })),
  ];
}

export interface OperationRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body?: string | FormData;
  readonly headers: Readonly<Record<string, string>>;
}

export interface RequestParts {
  readonly key: string;
  /** Stands in every place of the path that takes an id, and in the fields of the body that do. */
  readonly id: string;
  /** Beside the key. */
  readonly query?: string;
  /** Which of the files of an analysis, where the path names one. */
  readonly file?: (id: string) => string;
}

/** The names that files of an analysis have. */
export const fileNames: readonly ((id: string) => string)[] = [thumbnailName, outputVideoName, (id) => id];

/** A request of an operation that is right but for the id, which may be one of another tenant. */
export function operationRequest(operation: Operation, parts: RequestParts): OperationRequest {
  const { method, path, open, body } = operation;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(name === 'file' ? (parts.file ?? thumbnailName)(parts.id) : parts.id),
  );
  const query = [
    ...(open === true ? [] : [`apiKey=${parts.key}`]),
    ...(parts.query === undefined ? [] : [parts.query]),
  ];
  const target = { method, path: query.length === 0 ? filled : `${filled}?${query.join('&')}` };
  if (body === undefined) return { ...target, headers: {} };
  const [example = {}] = Object.values(body.examples);
  const ids = idSlots(operation).filter(({ place }) => place === 'body');
  const fields = { ...(example as object), ...Object.fromEntries(ids.map(({ name }) => [name, parts.id])) };
  if (body.type === 'application/json')
    return { ...target, body: JSON.stringify(fields), headers: { 'content-type': body.type } };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'video') form.append(name, new Blob([new Uint8Array(sampleClip())]), 'run.mp4');
    else form.append(name, String(value));
  }
  return { ...target, body: form, headers: {} };
}
