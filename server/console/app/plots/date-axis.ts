import { scaleTime } from 'd3-scale';
import type { Language } from '../../../../engine/score/language.ts';
import { localeOf } from '../words/formats.ts';
import type { Tick } from './axes.tsx';

export interface DateAxis {
  /** First and last moment that the axis shows, milliseconds since 1970. */
  readonly domain: [number, number];
  /** Days, or hours where all is of one day; none after the last moment that something happened at. */
  readonly ticks: readonly Tick[];
  /** The day where all is of one; null otherwise. */
  readonly day: string | null;
  /** A moment, to the day, or to the minute where all is of one day. */
  readonly textOf: (ms: number) => string;
}

const [minuteMs, dayMs] = [60_000, 86_400_000];

/** An axis over moments, which are at least one, with about `count` ticks. */
export function dateAxis(timesMs: readonly number[], language: Language, count: number): DateAxis {
  const locale = localeOf(language);
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
  const [first, last] = [Math.min(...timesMs), Math.max(...timesMs)];
  const isOneDay = day.format(first) === day.format(last) && last - first < dayMs;
  const hour = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const moment = isOneDay
    ? new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' })
    : day;
  const { format } = isOneDay ? hour : day;
  const span = last - first;
  const room = isOneDay ? 0.2 * span || minuteMs : Math.max(dayMs / 2, 0.06 * span);
  const domain: [number, number] = [first - room, last + room];
  const regular = scaleTime()
    .domain(domain)
    .ticks(count)
    .filter((at) => at.getTime() <= last)
    .map((at): [string, number] => [format(at), at.getTime()]);
  // Where there is no round moment to name, the moments themselves are named; what reads the same is named once.
  const named =
    regular.length >= 2 && format(first) !== format(last)
      ? regular
      : [...new Set([first, last])].map((at): [string, number] => [format(at), at]);
  const ticks = [...new Map(named)].map(([label, value]) => ({ value, label }));
  return { domain, ticks, day: isOneDay ? day.format(first) : null, textOf: (ms) => moment.format(ms) };
}
