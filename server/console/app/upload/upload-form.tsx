import { useEffect, useState } from 'preact/hooks';
import type { ConsoleSubjectList } from '../../api/subjects.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useSpoken } from '../words/use-words.ts';
import { CameraAdvice } from './camera-advice.tsx';
import type { Clip } from './clip.ts';
import { ClipCard } from './clip-card.tsx';
import { DropZone } from './drop-zone.tsx';
import { judgeClip } from './judge-clip.ts';
import { RunFields } from './run-fields.tsx';
import { emptyForm, type StartForm, startFieldsOf } from './start-form.ts';
import { useClips } from './use-clips.ts';

/** Takes clips, says what to expect of them and sends them. */
export function UploadForm({ onStarted }: { readonly onStarted: (analysisId: string) => void }) {
  const { language, words } = useSpoken();
  const { clips, isSending, add, remove, send } = useClips(onStarted);
  const { body } = useLoaded<ConsoleSubjectList>('/subjects');
  const [form, setForm] = useState<StartForm>(() => emptyForm(language));
  const [isTried, setIsTried] = useState(false);
  const change = (part: Partial<StartForm>) => setForm((known) => ({ ...known, ...part }));
  // The texts follow the console's language until they are chosen.
  useEffect(() => setForm((known) => ({ ...known, language })), [language]);

  const subjects = body?.subjects ?? [];
  const sendable = clips.filter((clip) => isSendable(clip, form));
  const submit = (event: Event) => {
    event.preventDefault();
    setIsTried(true);
    const fields = startFieldsOf(form, subjects.find(({ id }) => id === form.subjectId) ?? null);
    if (fields)
      void send(
        sendable.map(({ key }) => key),
        fields,
      );
  };
  return (
    <form class="card upload" onSubmit={submit} noValidate aria-label={words.upload.title}>
      <div class="upload-columns">
        <div class="upload-clips">
          <DropZone onFiles={add} />
          {clips.length > 0 ? (
            <ul class="clip-list" aria-label={words.upload.clips}>
              {clips.map((clip) => (
                <ClipCard key={clip.key} clip={clip} form={form} onRemove={() => remove(clip.key)} />
              ))}
            </ul>
          ) : (
            <CameraAdvice view={form.view} />
          )}
        </div>
        <div class="upload-run">
          <RunFields form={form} subjects={subjects} isTried={isTried} onChange={change} />
          <button type="submit" class="primary" disabled={isSending || sendable.length === 0}>
            {words.upload.start(Math.max(1, sendable.length))}
          </button>
          {clips.length > 0 ? <CameraAdvice view={form.view} /> : null}
        </div>
      </div>
    </form>
  );
}

/** Read, and nothing wrong with it; a refused one may be tried again. */
function isSendable({ facts, state }: Clip, form: StartForm): boolean {
  return (
    facts !== null && (state.at === 'ready' || state.at === 'refused') && judgeClip(facts, form).faults.length === 0
  );
}
