import { writeFileSync } from 'node:fs';
import { cliPage } from '../../cli/cli-page.ts';
import { pages } from './pages.ts';

// `npm run docs`: writes the pages that come from the code, from the project's root.
for (const [path, page] of Object.entries(pages)) {
  writeFileSync(path, page());
  process.stdout.write(`${path}\n`);
}
writeFileSync('docs/reference/cli.md', await cliPage());
process.stdout.write('docs/reference/cli.md\n');
