import { useState } from 'preact/hooks';
import { type Language, languages } from '../../../../engine/score/language.ts';
import { languageNames } from '../words/language-names.ts';
import { useSpoken } from '../words/use-words.ts';
import { savedTheme, showTheme, type Theme, themes } from './theme.ts';

/** The switches of language and of light and dark. */
export function Preferences() {
  const { language, words, speak } = useSpoken();
  const [theme, setTheme] = useState(savedTheme);
  const choose = (chosen: Theme) => {
    showTheme(chosen);
    setTheme(chosen);
  };
  return (
    <div class="preferences">
      <label class="picker">
        <span class="hidden">{words.shell.language}</span>
        <select
          name="language"
          value={language}
          onChange={({ currentTarget }) => speak(currentTarget.value as Language)}
        >
          {languages.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {languageNames[tag]}
            </option>
          ))}
        </select>
      </label>
      <label class="picker">
        <span class="hidden">{words.shell.appearance}</span>
        <select name="theme" value={theme} onChange={({ currentTarget }) => choose(currentTarget.value as Theme)}>
          {themes.map((name) => (
            <option key={name} value={name}>
              {words.shell[name]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
