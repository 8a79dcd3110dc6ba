import { useState } from 'preact/hooks';
import type { ConsoleSubject, SubjectRequest } from '../../api/subjects.ts';
import { request } from '../api/request.ts';
import { Field } from '../forms/field.tsx';
import { Notice } from '../forms/notice.tsx';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { heightMOf, weightKgOf } from '../upload/start-form.ts';
import { useWords } from '../words/use-words.ts';

interface RunnerFormProps {
  /** Null for a new one. */
  readonly subject: ConsoleSubject | null;
  readonly onSaved: (subject: ConsoleSubject) => void;
}

/** A runner's particulars, new or changed. */
export function RunnerForm({ subject, onSaved }: RunnerFormProps) {
  const { common, subjects, upload } = useWords();
  const [name, setName] = useState(subject?.name ?? '');
  const [email, setEmail] = useState(subject?.email ?? '');
  const [height, setHeight] = useState(subject?.heightM ? String(subject.heightM) : '');
  const [weight, setWeight] = useState(subject?.weightKg ? String(subject.weightKg) : '');
  const [error, setError] = useState<unknown>(null);
  const [isSaved, setIsSaved] = useState(false);
  const isHeightWrong = height !== '' && heightMOf(height) === null;
  const isWeightWrong = weight !== '' && weightKgOf(weight) === null;
  const save = async (event: Event) => {
    event.preventDefault();
    if (isHeightWrong || isWeightWrong) return;
    const body: SubjectRequest = {
      name: name.trim() || null,
      email: email.trim() || null,
      heightM: height === '' ? null : heightMOf(height),
      weightKg: weight === '' ? null : weightKgOf(weight),
    };
    const path = subject ? `/subjects/${encodeURIComponent(subject.id)}` : '/subjects';
    setError(null);
    setIsSaved(false);
    await request<ConsoleSubject>(path, { method: subject ? 'PUT' : 'POST', body }).then((saved) => {
      setIsSaved(true);
      if (!subject) for (const clear of [setName, setEmail, setHeight, setWeight]) clear('');
      onSaved(saved);
    }, setError);
  };
  const [heightFault, weightFault] = [
    isHeightWrong ? upload.heightWrong : null,
    isWeightWrong ? subjects.weightWrong : null,
  ];
  const measures = [
    { name: 'height', label: subjects.height, value: height, fault: heightFault, onValue: setHeight },
    { name: 'weight', label: subjects.weight, value: weight, fault: weightFault, onValue: setWeight },
  ];
  return (
    <form onSubmit={(event) => void save(event)}>
      <div class="field-row">
        <Field label={subjects.name} name="name" autocomplete="off" value={name} onValue={setName} />
        <Field label={subjects.email} name="email" type="email" autocomplete="off" value={email} onValue={setEmail} />
        {measures.map((measure) => (
          <Field key={measure.name} inputMode="decimal" {...measure} />
        ))}
      </div>
      <RefusalNotice error={error} />
      {isSaved ? <Notice kind="good">{common.saved}</Notice> : null}
      <button type="submit" class="primary">
        {subject ? common.save : subjects.add}
      </button>
    </form>
  );
}
