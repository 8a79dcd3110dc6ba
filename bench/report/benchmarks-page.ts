import { docsPath, type SectionedPage } from './sectioned-page.ts';

/** The page's parts, in the order in which they stand. Each bench writes its own. */
export const sections = {
  'frame-loop': 'The frame loop',
  clip: 'Whole clips',
  core: 'The signal core',
  api: 'The server',
  emulator: 'The emulator',
  console: 'The console',
  limit: 'How far from what the processor can do',
} as const;
export type SectionId = keyof typeof sections;

const introduction = `# Benchmarks

Each part is written by the command under its heading. What is compared is measured in the same run, turn by turn, and the median of the turns is given. Absolute figures hold
for a quiet machine of the kind that is named; the ratios are what counts.
`;

/** What is measured of speed: docs/benchmarks.md. */
export const benchmarksPage: SectionedPage<SectionId> = {
  path: docsPath('benchmarks.md'),
  introduction: () => introduction,
  sections,
  command: (id) => `npm run bench -- ${id}`,
};
