import { type PlotArea, xRange, yRange } from './plot-area.ts';

/** Puts a value in its place, pixels. */
export type Place = (value: number) => number;

export interface Tick {
  readonly value: number;
  readonly label: string;
}

interface AxisProps {
  readonly area: PlotArea;
  readonly place: Place;
  readonly ticks: readonly Tick[];
}

/** The axis at the bottom. @param title Stands under its labels. */
export function XAxis({ area, place, ticks, title }: AxisProps & { readonly title: string }) {
  const [bottom] = yRange(area);
  const [from, to] = xRange(area);
  return (
    <g class="plot-axis">
      <line class="plot-baseline" x1={from} x2={to} y1={bottom} y2={bottom} />
      {ticks.map(({ value, label }) => (
        <g key={value}>
          <line class="plot-tick" x1={place(value)} x2={place(value)} y1={bottom} y2={bottom + 4} />
          <text x={place(value)} y={bottom + 15} text-anchor={anchorAt(place(value), area)}>
            {label}
          </text>
        </g>
      ))}
      <text class="plot-axis-title" x={(from + to) / 2} y={area.height - 4} text-anchor="middle">
        {title}
      </text>
    </g>
  );
}

/** Labels at the ends stay inside of the picture. */
function anchorAt(x: number, { width }: PlotArea): 'start' | 'middle' | 'end' {
  if (x < 12) return 'start';
  return x > width - 14 ? 'end' : 'middle';
}

/** The axis on the left, with a line across at every value. */
export function YAxis({ area, place, ticks }: AxisProps) {
  const [from, to] = xRange(area);
  return (
    <g class="plot-axis">
      {ticks.map(({ value, label }) => (
        <g key={value}>
          <line class={value === 0 ? 'plot-zero' : 'plot-grid'} x1={from} x2={to} y1={place(value)} y2={place(value)} />
          <text x={from - 6} y={place(value) + 4} text-anchor="end">
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}
