import type { Language } from '../../../../engine/score/language.ts';
import { isRunnersPace, paceOfSpeed, paceOfTime } from '../../../contract/pace-of-speed.ts';
import type { AnalysisType } from '../../../contract/schemas/start.ts';
import type { ConsoleSubject } from '../../api/subjects.ts';

/** What a person writes about the run. */
export interface StartForm {
  readonly view: AnalysisType;
  readonly height: string;
  readonly treadmill: boolean;
  readonly pace: string;
  readonly subjectId: string;
  readonly language: Language;
}

export const emptyForm = (language: Language): StartForm => ({
  view: 'side_view',
  height: '',
  treadmill: false,
  pace: '',
  subjectId: '',
  language,
});

/** Metres of a height as people write it, with a comma or a point, in metres or in centimetres; null when it is none. */
export function heightMOf(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  const metres = number >= 50 ? number / 100 : number;
  return metres >= 0.5 && metres <= 2.5 ? metres : null;
}

/** Kilograms of a weight as people write it, with a comma or a point; null when it is none. */
export function weightKgOf(text: string): number | null {
  const kilograms = Number(text.trim().replace(',', '.'));
  return kilograms >= 10 && kilograms <= 300 ? kilograms : null;
}

/** `05:30` of `5:30`, `5:30 min/km` or `10.9 km/h`; null when it is neither a pace nor a speed, or nobody runs so. */
export function paceOf(text: string): string | null {
  const seconds = paceOfTime(text) ?? paceOfSpeed(text);
  if (seconds === null || !isRunnersPace(seconds)) return null;
  return [Math.floor(seconds / 60), seconds % 60].map((count) => String(count).padStart(2, '0')).join(':');
}

/** Kilometres per hour of a pace. */
export function speedKmhOf(pace: string): number {
  const [minutes, seconds] = pace.split(':').map(Number);
  return 3600 / (minutes * 60 + seconds);
}

/** The fields of `POST /analysis/start`; null while something is wrong. */
export function startFieldsOf(form: StartForm, subject: ConsoleSubject | null): Record<string, string> | null {
  const heightM = heightMOf(form.height);
  const pace = paceOf(form.pace);
  if (heightM === null || (form.treadmill && pace === null)) return null;
  return {
    analysis_type: form.view,
    height: String(heightM),
    treadmill: String(form.treadmill),
    language: form.language,
    ...(form.treadmill && pace ? { pace } : {}),
    ...(form.subjectId ? { subject_id: form.subjectId } : {}),
    ...(subject?.weightKg ? { weight: String(subject.weightKg) } : {}),
  };
}
