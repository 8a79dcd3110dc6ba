import { consoleFloors } from '../floors.ts';
import { figure, floorTable, table } from '../report/table.ts';
import { median } from '../statistics.ts';
import type { ConsoleLoads, MeasuredPage } from './measure-console.ts';

const paintsMs = ({ loads }: MeasuredPage): number[] => loads.map(({ firstPaintMs }) => firstPaintMs);
const kilobytes = ({ loads }: MeasuredPage): number => Math.max(...loads.map(({ bytes }) => bytes)) / 1000;

/** What the page says of a run. */
export function consoleSection({ browser, pages }: ConsoleLoads): string {
  const rounds = pages[0]?.loads.length ?? 0;
  return [
    floorTable([
      { floor: consoleFloors.firstPaint, value: Math.max(...pages.map((page) => median(paintsMs(page)))) / 1000 },
      { floor: consoleFloors.size, value: Math.max(...pages.map(kilobytes)) },
      {
        floor: consoleFloors.elsewhere,
        value: pages.flatMap(({ loads }) => loads.flatMap(({ elsewhere }) => elsewhere)).length,
      },
    ]),
    `${rounds === 1 ? 'One load' : `Medians of ${rounds} loads`} of each page over loopback with nothing cached, in brackets the smallest and the largest, in ${browser}, after two analyses of the demo clip.
*First paint*: from the navigation to the first text (first contentful paint). *Size*: the bodies of page, script, style and JSON as they crossed the wire, compressed; the pictures and the video of the clip come on top.`,
    table(
      ['page', 'first paint, ms', 'size, kB'],
      pages.map((page) => {
        const times = paintsMs(page);
        return [
          page.name,
          `**${figure(median(times))}** (${figure(Math.min(...times))} to ${figure(Math.max(...times))})`,
          figure(kilobytes(page)),
        ];
      }),
    ),
  ].join('\n\n');
}
