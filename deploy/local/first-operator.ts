import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { LauncherOptions } from './options.js';
import type { Paths } from './paths.js';
import type { Progress } from './progress.js';
import type { Secrets } from './secrets.js';

const LENGTH_MIN = 10;

/**
 * The password that the account `operator` gets when membership finds no account at all. For the demo it is one of the
 * generated secrets; without the demo a person gives it, once, and it is kept nowhere.
 *
 * @returns undefined when it was given at an earlier start
 */
export async function firstOperatorPassword(
  options: LauncherOptions,
  paths: Paths,
  secrets: Secrets,
  progress: Progress,
): Promise<string | undefined> {
  const given = options.environment.FIRST_OPERATOR_PASSWORD;
  if (given) {
    return given;
  }
  if (!options.isEmpty) {
    return secrets.operatorPassword;
  }
  if (existsSync(markIn(paths))) {
    return undefined;
  }
  if (!process.stdin.isTTY) {
    progress.say(
      `No terminal to ask at: the account operator gets the password operatorPassword in ${paths.secrets}`,
    );
    return secrets.operatorPassword;
  }
  return ask();
}

/** To be called when membership was ready once: the account exists, and nobody needs to be asked again. */
export function markOperatorNamed(paths: Paths): void {
  writeFileSync(markIn(paths), '');
}

function markIn(paths: Paths): string {
  return join(paths.data, 'operator-named');
}

async function ask(): Promise<string> {
  for (;;) {
    process.stdout.write(`Password for the first account, operator (at least ${LENGTH_MIN} characters): `);
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
    const cancelled = new AbortController();
    terminal.once('SIGINT', () => cancelled.abort());
    const answer = await terminal.question('', { signal: cancelled.signal }).finally(() => {
      terminal.close();
      process.stdout.write('\n');
    });
    if (answer.length >= LENGTH_MIN) {
      return answer;
    }
  }
}
