import Table from 'cli-table3';
import { Command } from 'commander';
import { prepareModel } from '../../models/prepare-model.ts';
import { modelIds, modelRegistry } from '../../models/registry.ts';
import { quietHelp, withProgress } from './progress-line.ts';

interface ModelsOptions {
  readonly prepare?: true;
  readonly json?: true;
  readonly quiet?: true;
}

/** `stridelab models`: which networks there are, where they come from, and their conversion ahead of the first use. */
export function modelsCommand(signal: AbortSignal): Command {
  return new Command('models')
    .description('List the pose networks; --prepare converts all of them now instead of at first use.')
    .option('--prepare', 'convert every network into the cache')
    .option('--json', 'print the registry as JSON')
    .option('--quiet', quietHelp)
    .action(async ({ prepare, json, quiet }: ModelsOptions) => {
      if (prepare) await prepareAll(quiet === true, signal);
      process.stdout.write(json ? `${JSON.stringify(modelRegistry, null, 2)}\n` : `${modelTable()}\n`);
    });
}

function prepareAll(quiet: boolean, signal: AbortSignal): Promise<void> {
  return withProgress(quiet, async (progress) => {
    for (const [index, id] of modelIds.entries()) {
      await prepareModel(id, {
        signal,
        onProgress: ({ phase, fraction }) =>
          progress.update(
            (100 * (index + fraction)) / modelIds.length,
            `${index} of ${modelIds.length} networks, ${phase} ${id}`,
          ),
      });
    }
  });
}

function modelTable(): string {
  const table = new Table({
    head: ['Network', 'Input', 'Points', 'Licence', 'Package', 'Good for'],
    style: { head: [], border: [] },
    colWidths: [null, null, null, null, 36, 50],
    wordWrap: true,
  });
  for (const id of modelIds) {
    const { input, keypoints, licence, package: source, goodFor } = modelRegistry[id];
    table.push([
      id,
      `${input.shape[2]}x${input.shape[1]}`,
      keypoints.length,
      licence,
      `${source.name}@${source.version}`,
      goodFor,
    ]);
  }
  return table.toString();
}
