import type { Reporter, TestModule } from 'vitest/node';

/** Prints why tests were skipped, and `N passed, N failed` as the last line of the run. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    const skipped: string[] = [];
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed++;
        else if (result.state === 'skipped') skipped.push(`${test.fullName}: ${result.note ?? 'no reason given'}`);
        else failed++;
      }
    }
    const lines = skipped.map((line) => `skipped: ${line}`);
    const tail = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
    // The default reporter writes its own summary in the same event, so this waits until that is out.
    process.on('exit', () =>
      process.stdout.write(`${[...lines, `${passed} passed, ${failed} failed${tail}`].join('\n')}\n`),
    );
  }
}
