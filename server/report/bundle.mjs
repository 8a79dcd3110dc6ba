import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundle } from 'lightningcss';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '../..');
const source = join(root, 'server/console/app');
const built = join(root, 'dist/server/report');
const files = { script: 'report-page.js', style: 'report.css', licences: 'report-licences.txt' };

/**
 * Joins the console's components and their packages to a module that writes reports without a browser, and their style, into
 * `dist/server/report`.
 *
 * @param licencesOf Names the packages in some chunks, with their licences.
 */
export async function bundleReport(licencesOf) {
  const bundled = await rolldown({
    input: join(source, 'report/render-report.tsx'),
    platform: 'node',
    tsconfig: join(source, 'tsconfig.json'),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await bundled.generate({ format: 'esm', codeSplitting: false });
  await bundled.close();
  const { code } = bundle({ filename: join(source, 'report/report.css'), minify: true, targets });
  await mkdir(built, { recursive: true });
  for (const name of Object.values(files)) await rm(join(built, name), { force: true });
  await writeFile(join(built, files.script), output[0].code);
  await writeFile(join(built, files.style), code);
  await writeFile(join(built, files.licences), await licencesOf(output));
}

/** Browsers of 2024 and later. */
const targets = { chrome: 123 << 16, firefox: 120 << 16, safari: (17 << 16) | (5 << 8) };
