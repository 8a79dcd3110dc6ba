import { refusalText } from '../api/refused.ts';
import { written } from '../plots/plot-numbers.ts';
import { useSpoken } from '../words/use-words.ts';
import type { Clip } from './clip.ts';
import type { ClipFacts } from './clip-facts.ts';
import { judgeClip } from './judge-clip.ts';
import type { StartForm } from './start-form.ts';

interface ClipCardProps {
  readonly clip: Clip;
  readonly form: StartForm;
  readonly onRemove: () => void;
}

/** A clip before it is sent: a preview, what was read of it, what is wrong with it or could be better. */
export function ClipCard({ clip, form, onRemove }: ClipCardProps) {
  const { words } = useSpoken();
  const { file, url, facts, state } = clip;
  const isFixed = state.at === 'waiting' || state.at === 'sending';
  return (
    <li class="clip-card">
      {file.size > 0 ? (
        <video src={url} muted playsInline preload="metadata" aria-label={words.upload.preview(file.name)} />
      ) : (
        <div />
      )}
      <div class="clip-told">
        <div class="clip-name">
          <strong>{file.name}</strong>
          {isFixed ? null : (
            <button type="button" class="quiet" aria-label={words.upload.removeClip(file.name)} onClick={onRemove}>
              ×
            </button>
          )}
        </div>
        {facts ? <FactList facts={facts} /> : null}
        {facts && state.at === 'ready' ? <Judgement facts={facts} form={form} /> : null}
        <ClipProgress clip={clip} />
        {state.at === 'refused' ? (
          <p class="finding finding-bad" role="alert">
            {refusalText(state.error, words)}
          </p>
        ) : null}
      </div>
    </li>
  );
}

function ClipProgress({ clip: { file, state } }: { readonly clip: Clip }) {
  const { clip } = useSpoken().words;
  if (state.at === 'reading') return <p class="hint">{clip.reading}</p>;
  if (state.at === 'waiting') return <p class="hint">{clip.waiting}</p>;
  if (state.at !== 'sending') return null;
  const percent = Math.round(state.share * 100);
  return (
    <p class="progress-line">
      <progress value={percent} max={100} aria-label={file.name} />
      <span class="hint">{clip.sending(percent)}</span>
    </p>
  );
}

function FactList({ facts }: { readonly facts: ClipFacts }) {
  const { language, words } = useSpoken();
  const { clip } = words;
  const { durationS, bytes, widthPx, heightPx, frameRate } = facts;
  const isRead = widthPx !== null && heightPx !== null;
  const told: readonly (readonly [string, string])[] = [
    [clip.duration, durationS === null ? clip.unknown : `${written(durationS, language, 1)} s`],
    [clip.size, `${written(bytes / 1e6, language, 1)} MB`],
    [
      clip.picture,
      isRead ? `${widthPx} × ${heightPx}, ${heightPx > widthPx ? clip.portrait : clip.landscape}` : clip.unknown,
    ],
    [clip.frameRate, frameRate === null ? clip.unknown : clip.perSecond(written(frameRate, language, 0))],
  ];
  return (
    <dl class="facts">
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Judgement({ facts, form }: { readonly facts: ClipFacts; readonly form: StartForm }) {
  const { clip } = useSpoken().words;
  const { faults, warnings } = judgeClip(facts, form);
  // Nothing good is said of what the file does not tell.
  const isWhole = facts.durationS !== null && facts.widthPx !== null && facts.frameRate !== null;
  if (faults.length === 0 && warnings.length === 0)
    return isWhole ? <p class="finding finding-good">{clip.good}</p> : null;
  return (
    <ul class="findings">
      {faults.map((fault) => (
        <li key={fault} class="finding finding-bad">
          {clip[fault]}
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={warning} class="finding finding-warning">
          {clip[warning]}
        </li>
      ))}
    </ul>
  );
}
