import { readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { stamp } from './machine.ts';

/** The page's parts, in the order in which they stand. Each bench writes its own. */
export const sections = {
  'frame-loop': 'The frame loop',
  clip: 'Whole clips',
  core: 'The signal core',
  limit: 'How far from what the processor can do',
} as const;
export type SectionId = keyof typeof sections;

/** The page that the benches write. */
export const benchmarksPage = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? '../../docs/benchmarks.md' : '../../../docs/benchmarks.md',
    import.meta.url,
  ),
);

const opening = (id: SectionId): string => `<!-- written by: npm run bench -- ${id} -->`;
const closing = (id: SectionId): string => `<!-- end of ${id} -->`;

const introduction = `# Benchmarks

Each part is written by the command under its heading. What is compared is measured in the same run, turn by turn, and the median of the turns is given. Absolute figures hold
for a quiet machine of the kind that is named; the ratios are what counts.
`;

/** Replaces one section of the page and leaves the others as they are. @returns the page's path. */
export async function writeSection(id: SectionId, body: string): Promise<string> {
  const page = await readFile(benchmarksPage, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const text = withSection(page, id, `\`npm run bench -- ${id}\`. ${stamp()}\n\n${body}`);
  await writeFile(`${benchmarksPage}.partial`, text);
  await rename(`${benchmarksPage}.partial`, benchmarksPage);
  return benchmarksPage;
}

/** The page with one section's text replaced; sections not yet written say so. */
export function withSection(page: string, id: SectionId, body: string): string {
  const ids = Object.keys(sections) as SectionId[];
  const written = ids.map((other) => {
    const text = other === id ? body.trim() : (sectionOf(page, other) ?? 'Not measured yet.');
    return `## ${sections[other]}\n\n${opening(other)}\n\n${text}\n\n${closing(other)}\n`;
  });
  return [introduction, ...written].join('\n');
}

/** The text of one section of a page; null where the page has none. */
export function sectionOf(page: string, id: SectionId): string | null {
  const from = page.indexOf(opening(id));
  const to = page.indexOf(closing(id));
  return from < 0 || to < from ? null : page.slice(from + opening(id).length, to).trim();
}
