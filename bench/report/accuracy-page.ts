import { docsPath, type SectionedPage } from './sectioned-page.ts';
import { floorRowsOf, floorTableOf } from './table.ts';

/** The page's parts, in the order in which they stand. */
export const accuracyParts = {
  synthetic: 'Synthetic runner',
  plates: 'Force plates through a simulated phone',
  clips: 'Whole clips, pixels in',
  back: 'The back view',
} as const;
export type AccuracyPart = keyof typeof accuracyParts;

const introduction = `# Accuracy

How far StrideLab's numbers are from the truth, and how often the truth lies in the interval that is reported with them.

- Everything is seeded: the same version gives the same figures on the same kind of machine.
- Each part is written by the command under its heading.
- Signed errors are measured minus true.
- A *floor* is what must hold. An *aim* is what is wanted.

The table repeats the floors of all parts. Its columns are what is measured, the figure, its floor, its aim, and whether the floor holds.
`;

/** What is measured of accuracy: docs/accuracy.md. */
export const accuracyPage: SectionedPage<AccuracyPart> = {
  path: docsPath('accuracy.md'),
  introduction: (sectionOf) => {
    const rows = (Object.keys(accuracyParts) as AccuracyPart[]).flatMap((id) => floorRowsOf(sectionOf(id) ?? ''));
    return rows.length === 0 ? introduction : `${introduction}\n${floorTableOf(rows)}\n`;
  },
  sections: accuracyParts,
  command: (id) => `npm run bench -- accuracy --part ${id}`,
};
