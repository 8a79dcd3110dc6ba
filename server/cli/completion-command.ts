import { Argument, Command } from 'commander';
import { commandTree } from './completion/command-tree.ts';
import { fishScript } from './completion/fish-script.ts';
import { bashScript, zshScript } from './completion/posix-script.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;
type Shell = keyof typeof scripts;

/** `stridelab completion SHELL`: the script that makes a shell complete our commands. */
export const completionCommand = (): Command =>
  new Command('completion')
    .description('Print a script with which a shell completes commands, options and their values.')
    .addArgument(new Argument('<shell>', 'whose script').choices(Object.keys(scripts)))
    .addHelpText(
      'after',
      `
Put it where the shell looks:
  stridelab completion bash > ~/.local/share/bash-completion/completions/stridelab
  stridelab completion zsh > "\${fpath[1]}/_stridelab"
  stridelab completion fish > ~/.config/fish/completions/stridelab.fish`,
    )
    .action(async (shell: Shell) => {
      const { buildProgram } = await import('./commands.ts');
      process.stdout.write(scripts[shell](commandTree(await buildProgram(new AbortController().signal))));
    });
