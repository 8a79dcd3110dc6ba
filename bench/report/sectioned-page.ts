import { readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A page whose parts are each written by a command of its own. */
export interface SectionedPage<Id extends string> {
  readonly path: string;
  /** What stands before the parts. @param sectionOf Text of a written part, null when it is not. */
  readonly introduction: (sectionOf: (id: Id) => string | null) => string;
  /** Headings of the parts, in the order in which they stand. */
  readonly sections: Readonly<Record<Id, string>>;
  /** The command that writes a part. */
  readonly command: (id: Id) => string;
}

/** Path of a page in `docs/`, from the sources and from the built bench alike. */
export const docsPath = (name: string): string =>
  fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? `../../docs/${name}` : `../../../docs/${name}`, import.meta.url),
  );

const opening = <Id extends string>({ command }: SectionedPage<Id>, id: Id): string =>
  `<!-- written by: ${command(id)} -->`;
const closing = (id: string): string => `<!-- end of ${id} -->`;

/**
 * Replaces one section of a page and leaves the others as they are.
 *
 * @param stamp When and with what the section was measured.
 * @returns The page's path.
 */
export async function writeSection<Id extends string>(
  page: SectionedPage<Id>,
  id: Id,
  body: string,
  stamp: string,
): Promise<string> {
  const before = await readFile(page.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const text = withSection(page, before, id, `\`${page.command(id)}\`. ${stamp}\n\n${body}`);
  await writeFile(`${page.path}.partial`, text);
  await rename(`${page.path}.partial`, page.path);
  return page.path;
}

/** The page's text with one section replaced; sections not yet written say so. */
export function withSection<Id extends string>(page: SectionedPage<Id>, text: string, id: Id, body: string): string {
  const ids = Object.keys(page.sections) as Id[];
  const known = (other: Id): string | null => (other === id ? body.trim() : sectionOf(page, text, other));
  const written = ids.map((other) => {
    const section = known(other) ?? 'Not measured yet.';
    return `## ${page.sections[other]}\n\n${opening(page, other)}\n\n${section}\n\n${closing(other)}\n`;
  });
  return [page.introduction(known), ...written].join('\n');
}

/** The text of one section of a page; null where the page has none. */
export function sectionOf<Id extends string>(page: SectionedPage<Id>, text: string, id: Id): string | null {
  const start = opening(page, id);
  const from = text.indexOf(start);
  const to = text.indexOf(closing(id));
  return from < 0 || to < from ? null : text.slice(from + start.length, to).trim();
}
