import { writeFileSync } from 'node:fs';
import { pages } from './pages.ts';

// `npm run docs`: writes the pages that come from the contract, from the project's root.
for (const [path, page] of Object.entries(pages)) {
  writeFileSync(path, page());
  process.stdout.write(`${path}\n`);
}
