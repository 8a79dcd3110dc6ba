import { type Command, Option } from 'commander';
import { languages } from '../../engine/score/language.ts';
import { parseHeight, parsePace } from './options.ts';

/** Gives a command the flags of `TermFlags`. @param known What may know the terms already, such as `poses`. */
export function addTermOptions(command: Command, known: string): Command {
  return command
    .addOption(new Option('--view <view>', 'where the camera stands (default: side)').choices(['side', 'back']))
    .option('--pronation-only', 'back view: only the feet')
    .option(
      '--height <metres>',
      `the runner’s standing height, which sets the scale (required, unless ${known})`,
      parseHeight,
    )
    .option('--treadmill', 'the runner is on a treadmill; without --pace the belt’s speed is read from the pictures')
    .option('--no-treadmill', 'the runner is not on a treadmill; overrides other sources')
    .option(
      '--pace <pace>',
      'the treadmill’s pace in minutes and seconds per kilometre, such as 05:30, or its speed, such as 10.9km/h',
      parsePace,
    )
    .addOption(
      new Option(
        '--language <code>',
        'language of texts, files and video; the terminal’s own words stay English (default: en)',
      ).choices(languages),
    );
}
