import { clipsBench } from './clips.ts';

const benches: Readonly<Record<string, () => Promise<void>>> = { clips: clipsBench };

const [name] = process.argv.slice(2);
const bench = name === undefined ? undefined : benches[name];
if (bench === undefined) {
  process.stderr.write(
    `Usage: npm run bench -- NAME\n\n  clips   whole clips against what is known of them; writes docs/accuracy.md\n`,
  );
  process.exitCode = name === undefined || name === '--help' ? 0 : 2;
} else {
  await bench();
}
