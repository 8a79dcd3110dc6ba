import { filledIn } from '../../../contract/filled-in.ts';
import type { ReportInput } from '../../../report/report-input.ts';
import { ContactTimeline } from '../plots/contact-timeline.tsx';
import { AdviceList } from '../result/advice-list.tsx';
import { ClipWarnings } from '../result/clip-warnings.tsx';
import { CurveSection } from '../result/curve-section.tsx';
import { Headline } from '../result/headline.tsx';
import { KindCards } from '../result/kind-cards.tsx';
import { LimitsSection } from '../result/limits-section.tsx';
import { NotRunning } from '../result/not-running.tsx';
import { NumberTable } from '../result/number-table.tsx';
import { ScoreCards } from '../result/score-cards.tsx';
import { type ShownResult, shownResult } from '../result/shown-result.ts';
import { SymmetryTable } from '../result/symmetry-table.tsx';
import { TechnicalSection, testConditions } from '../result/technical-section.tsx';
import { TrustSection } from '../result/trust-section.tsx';
import { KeyFrames } from './key-frames.tsx';

/** A browser that opens the file is told to fetch nothing. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What a coach mails to a runner: everything in one page that needs no script and prints on A4. */
export function ReportDocument({ details, language, keyFrames, name, analysedAt, stylesheet }: ReportInput) {
  const shown: ShownResult = { ...shownResult(details, language), isStill: true };
  const { words } = shown;
  const heading = details.view === 'side' ? words.headings.sideView : words.headings.backView;
  const title = name === null ? heading : `${heading} · ${name}`;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="StrideLab" />
        <title>{title}</title>
        {/* Our own file. As text it would be escaped, which a style is not read with. */}
        <style dangerouslySetInnerHTML={{ __html: stylesheet }} />
      </head>
      <body class="report">
        <header class="report-head">
          <p class="report-mark">StrideLab</p>
          <h1>{heading}</h1>
          {name === null ? null : <p class="report-name">{name}</p>}
          <p class="report-conditions">
            {[...(analysedAt === null ? [] : [analysedText(analysedAt, shown)]), testConditions(shown)].join(' · ')}
          </p>
        </header>
        <main class="result">
          {details.running ? (
            <>
              <Headline shown={shown} />
              <ClipWarnings shown={shown} />
              <KeyFrames shown={shown} frames={keyFrames} />
              <Findings shown={shown} />
              <NumberTable shown={shown} />
            </>
          ) : (
            <>
              <NotRunning shown={shown} />
              <ClipWarnings shown={shown} />
            </>
          )}
          <TrustSection shown={shown} />
          <TechnicalSection shown={shown} />
          <LimitsSection shown={shown} />
        </main>
      </body>
    </html>
  );
}

/** What was found of a runner who runs. */
function Findings({ shown }: { readonly shown: ShownResult }) {
  const { details, language, words, plots } = shown;
  return (
    <>
      <ScoreCards shown={shown} />
      <AdviceList shown={shown} />
      <KindCards shown={shown} />
      <CurveSection shown={shown} plotWidth={340} />
      <section class="result-section" aria-labelledby="result-contacts">
        <h2 id="result-contacts">{words.headings.contacts}</h2>
        <ContactTimeline
          contacts={details.contacts}
          durationS={details.clip.durationS}
          words={plots}
          language={language}
          width={720}
        />
      </section>
      <SymmetryTable shown={shown} />
    </>
  );
}

const analysedText = (at: Date, { language, words }: ShownResult): string =>
  filledIn(words.ui.analysed, { date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at) });
