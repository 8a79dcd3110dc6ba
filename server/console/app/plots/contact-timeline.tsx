import { scaleLinear } from 'd3-scale';
import { useRef } from 'preact/hooks';
import type { Language } from '../../../../engine/score/language.ts';
import type { ContactDetails } from '../../../details/details.ts';
import { XAxis } from './axes.tsx';
import { CursorPad } from './cursor-pad.tsx';
import { type PlotArea, xRange } from './plot-area.ts';
import { written } from './plot-numbers.ts';
import type { PlotWords } from './plot-words.ts';
import { useWidth } from './use-width.ts';

export interface ContactTimelineProps {
  readonly contacts: readonly ContactDetails[];
  readonly durationS: number;
  readonly words: PlotWords;
  readonly language: Language;
  /** Seconds; null shows no cursor. */
  readonly cursorS?: number | null;
  readonly onCursor?: ((timeS: number) => void) | undefined;
  readonly width?: number;
}

const sides = ['left', 'right'] as const;
const [rowHeight, barHeight] = [26, 16];

/** When each foot is on the ground. */
export function ContactTimeline(props: ContactTimelineProps) {
  const { contacts, durationS, words, language, cursorS = null, onCursor, width: before = 700 } = props;
  const figure = useRef<HTMLElement>(null);
  const width = useWidth(figure, before);
  const area: PlotArea = { width, height: 92, left: 64, right: 10, top: 4, bottom: 34 };
  const [from, to] = xRange(area);
  const x = scaleLinear([0, durationS], [from, to]);
  const label = `${words.contacts}: ${contacts.length}`;
  const picture = (
    <svg class="plot" viewBox={`0 0 ${width} ${area.height}`} role="img" aria-label={label}>
      {sides.map((side, row) => (
        <g key={side} class={`plot-side-${side}`}>
          <text class="plot-row-label" x={0} y={area.top + row * rowHeight + 17}>
            {words[side]}
          </text>
          {contacts
            .filter((contact) => contact.side === side)
            .map(({ touchdownS, toeOffS, accepted }) => (
              <rect
                key={touchdownS}
                class={accepted ? 'plot-contact' : 'plot-contact plot-doubtful'}
                x={x(touchdownS)}
                y={area.top + row * rowHeight + (rowHeight - barHeight) / 2}
                width={Math.max(1, x(toeOffS) - x(touchdownS))}
                height={barHeight}
                rx={3}
              />
            ))}
        </g>
      ))}
      <XAxis
        area={area}
        place={x}
        ticks={x.ticks(Math.max(3, Math.floor(width / 90))).map((value) => ({
          value,
          label: written(value, language, Number.isInteger(value) ? 0 : 1),
        }))}
        title={words.seconds}
      />
      {cursorS === null ? null : (
        <g class="plot-cursor">
          <line x1={x(cursorS)} x2={x(cursorS)} y1={area.top} y2={area.height - area.bottom} />
        </g>
      )}
    </svg>
  );
  return (
    <figure class="plot-figure" ref={figure}>
      {onCursor === undefined ? (
        picture
      ) : (
        <CursorPad
          label={label}
          value={cursorS === null ? null : Math.round(100 * cursorS) / 100}
          least={0}
          most={durationS}
          step={0.05}
          valueText={cursorS === null ? words.hover : `${written(cursorS, language, 2)} s`}
          valueAt={(place) => (durationS * (place - from)) / (to - from)}
          width={width}
          onMove={onCursor}
        >
          {picture}
        </CursorPad>
      )}
      <ContactTable contacts={contacts} words={words} language={language} />
    </figure>
  );
}

function ContactTable({ contacts, words, language }: Pick<ContactTimelineProps, 'contacts' | 'words' | 'language'>) {
  return (
    <details class="plot-data">
      <summary>{words.asTable}</summary>
      <div class="plot-scroll">
        <table>
          <caption>{words.contacts}, s</caption>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">
                {words.left} / {words.right}
              </th>
              <th scope="col">{words.touchdown}</th>
              <th scope="col">{words.toeOff}</th>
            </tr>
          </thead>
          <tbody>
            {contacts.map(({ side, touchdownS, toeOffS }, i) => (
              <tr key={`${side} ${touchdownS}`}>
                <th scope="row">{i + 1}</th>
                <td>{words[side]}</td>
                <td>{written(touchdownS, language, 3)}</td>
                <td>{written(toeOffS, language, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
