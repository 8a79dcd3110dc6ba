import { settingsPage } from '../../config/settings-page.ts';
import { emulatorPage } from '../../emulator/scenarios/emulator-page.ts';
import { openApiYaml } from '../openapi/openapi-yaml.ts';
import { apiPage } from './api-page.ts';
import { knownDifferencesPage } from './known-differences-page.ts';

/** Every page that is written from the code, by its path. */
export const pages = {
  'docs/reference/api.md': apiPage,
  'docs/reference/openapi.yaml': () => openApiYaml('http://127.0.0.1:8080'),
  'docs/known-differences.md': knownDifferencesPage,
  'docs/reference/emulator.md': emulatorPage,
  'docs/reference/configuration.md': settingsPage,
} as const satisfies Readonly<Record<string, () => string>>;
