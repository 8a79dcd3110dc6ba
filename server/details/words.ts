import type { BackAnalysis, SideAnalysis } from '../../engine/analysis.ts';
import { backSegments } from '../../engine/score/back/back-view-score.ts';
import { scoreBackView } from '../../engine/score/back/score-back-view.ts';
import { type Language, languages } from '../../engine/score/language.ts';
import { scoreSideView } from '../../engine/score/score-side-view.ts';
import { type SegmentTexts, type SideViewScore, segments } from '../../engine/score/side-view-score.ts';
import { textsByLanguage } from '../../engine/score/texts/by-language.ts';
import type { SegmentWords, TextDetails } from './details.ts';
import { sides } from './sides.ts';

type Texts = Readonly<Record<Language, TextDetails>>;

const inEvery = (write: (language: Language) => TextDetails): Texts =>
  Object.fromEntries(languages.map((language) => [language, write(language)])) as Texts;

/** What a side view says, in every language. */
export const sideTexts = ({ metrics }: Pick<SideAnalysis, 'metrics'>, heightM: number): Texts =>
  inEvery((language) => {
    const score: SideViewScore = scoreSideView(metrics, { language, heightM });
    const { styles } = textsByLanguage[language];
    return {
      segments: Object.fromEntries(segments.map((id) => [id, sideWords(score.segments[id].texts)])),
      styles,
    };
  });

const sideWords = ({ title, position, recap, exercises, overstrideTitle }: SegmentTexts): SegmentWords => ({
  title,
  position,
  explanation: null,
  recap,
  exercises,
  overstrideTitle: overstrideTitle ?? null,
});

/** What a back view says, in every language; each leg's words stand by themselves. */
export const backTexts = ({ metrics }: Pick<BackAnalysis, 'metrics'>, fullBody: boolean): Texts =>
  inEvery((language) => {
    const score = scoreBackView(metrics, { language, fullBody });
    const words = backSegments.flatMap((id) => {
      const judged = score.segments[id];
      return judged === undefined ? [] : sides.map((side) => [backTextKey(id, side), judged[side].texts] as const);
    });
    return {
      segments: Object.fromEntries(
        words.map(([key, { title, position, explanation, recap }]) => [
          key,
          { title, position, explanation, recap, exercises: [], overstrideTitle: null },
        ]),
      ),
      styles: textsByLanguage[language].styles,
    };
  });

/** Under which a leg's words of a back view stand. */
export const backTextKey = (id: string, side: string): string => `${id}.${side}`;
