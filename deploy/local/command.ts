import { parseArgs } from 'node:util';
import type { Progress } from './progress.js';

export interface CommandInput {
  readonly root: string;
  readonly args: readonly string[];
  readonly progress?: Progress;
}

/** @returns the work as a command that says what went wrong in one sentence, and ends with the exit code */
export function asCommand(
  work: (input: CommandInput) => Promise<void>,
): (input: CommandInput) => Promise<number> {
  return async (input) => {
    try {
      await work(input);
      return 0;
    } catch (error) {
      process.stderr.write(`\n${(error as Error).message}\n`);
      return 1;
    }
  };
}

/**
 * The values of options that each take one.
 * @param usage how the command is written, for whoever has written it otherwise
 * @throws Error with one sentence that names what is not known
 */
export function optionsIn<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  usage: string,
): Partial<Record<Name, string>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...args], options }).values as Partial<Record<Name, string>>;
  } catch (error) {
    throw new Error(`${(error as Error).message.split('. ')[0]}. It goes like this: ${usage}`, {
      cause: error,
    });
  }
}
