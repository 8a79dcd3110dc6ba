import { type Language, languages } from '../../../../engine/score/language.ts';
import { askedPaces } from '../../../contract/pace-of-speed.ts';
import type { ConsoleSubject } from '../../api/subjects.ts';
import { Choice } from '../forms/choice.tsx';
import { Field } from '../forms/field.tsx';
import { written } from '../plots/plot-numbers.ts';
import { languageNames } from '../words/language-names.ts';
import { useSpoken } from '../words/use-words.ts';
import { heightMOf, paceOf, type StartForm, speedKmhOf } from './start-form.ts';

interface RunFieldsProps {
  readonly form: StartForm;
  readonly subjects: readonly ConsoleSubject[];
  /** Whether to say what is wrong. */
  readonly isTried: boolean;
  readonly onChange: (part: Partial<StartForm>) => void;
}

/** The fields about the run, for all clips of the form. */
export function RunFields({ form, subjects, isTried, onChange }: RunFieldsProps) {
  const { language, words } = useSpoken();
  const { upload, subjects: subjectWords } = words;
  const pace = paceOf(form.pace);
  const chooseRunner = (subjectId: string) => {
    const heightM = subjects.find(({ id }) => id === subjectId)?.heightM;
    onChange({ subjectId, ...(heightM ? { height: String(heightM) } : {}) });
  };
  return (
    <fieldset class="run-fields">
      <legend>{upload.settings}</legend>
      <div class="field-row">
        <fieldset class="segments">
          <legend>{upload.view}</legend>
          <div class="segments-row">
            {(['side_view', 'back_view'] as const).map((view) => (
              <label key={view}>
                <input
                  type="radio"
                  name="view"
                  value={view}
                  checked={form.view === view}
                  onChange={() => onChange({ view })}
                />
                <span>{view === 'side_view' ? upload.side : upload.back}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Field
          label={upload.height}
          name="height"
          inputMode="decimal"
          required
          value={form.height}
          hint={upload.heightHint}
          placeholder="1.75"
          fault={heightMOf(form.height) === null && (isTried || form.height !== '') ? upload.heightWrong : null}
          onValue={(height) => onChange({ height })}
        />
      </div>
      <div class="field-row">
        <label class="check">
          <input
            type="checkbox"
            name="treadmill"
            checked={form.treadmill}
            onChange={({ currentTarget }) => onChange({ treadmill: currentTarget.checked })}
          />
          <span>{upload.treadmill}</span>
        </label>
        {form.treadmill ? (
          <Field
            label={upload.pace}
            name="pace"
            placeholder="05:30"
            required
            value={form.pace}
            hint={pace ? `${pace} min/km = ${upload.speed(written(speedKmhOf(pace), language, 1))}` : upload.paceHint}
            fault={
              pace === null && (isTried || form.pace !== '')
                ? upload.paceWrong(askedPaces.fastest, askedPaces.slowest)
                : null
            }
            onValue={(text) => onChange({ pace: text })}
          />
        ) : null}
      </div>
      <div class="field-row">
        <Choice
          label={upload.runner}
          value={form.subjectId}
          options={[
            { value: '', text: upload.noRunner },
            ...subjects.map(({ id, name }) => ({ value: id, text: name ?? subjectWords.unnamed })),
          ]}
          onValue={chooseRunner}
        />
        <Choice
          label={upload.language}
          value={form.language}
          options={languages.map((tag) => ({ value: tag, text: languageNames[tag] }))}
          onValue={(tag) => onChange({ language: tag as Language })}
        />
      </div>
    </fieldset>
  );
}
