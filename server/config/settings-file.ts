import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** One entry of a settings file. */
export interface FileEntry {
  /** Where it stands, as a person is told: `/etc/stridelab.yaml:3: port`. */
  readonly place: string;
  readonly name: string;
  /** Its value as text; null where the file leaves it open, undefined where it is no plain value. */
  readonly value: string | null | undefined;
}

export interface SettingsFile {
  readonly entries: readonly FileEntry[];
  readonly problems: readonly string[];
}

/** Reads a YAML or JSON file of settings; what cannot be read is among the problems. */
export function readSettingsFile(path: string): SettingsFile {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    return { entries: [], problems: [`${path} cannot be read: ${error instanceof Error ? error.message : error}`] };
  }
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return { entries: [], problems: faults.map(({ message }) => `${path}: ${message.split('\n')[0]?.trim()}`) };
  }
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return { entries: [], problems: [] };
  if (!isMap(root)) return { entries: [], problems: [`${path} is no list of settings such as \`port: 8080\``] };
  const entries = root.items.map(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : String(key);
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    return { place: `${path}:${lines.linePos(offset).line}: ${name}`, name, value: plainText(value as Node | null) };
  });
  return { entries, problems: [] };
}

function plainText(node: Node | null): string | null | undefined {
  if (node === null) return null;
  if (isScalar(node)) {
    // As it was written: a key such as 0123 is not to become the number 123.
    if (typeof node.value === 'number') return node.source ?? String(node.value);
    return node.value === null ? null : String(node.value);
  }
  if (!isSeq(node)) return undefined;
  const parts = node.items.map((item) => plainText(item as Node | null));
  return parts.every((part) => typeof part === 'string') ? parts.join(',') : undefined;
}
