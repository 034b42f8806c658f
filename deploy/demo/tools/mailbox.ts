import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './world.js';

/** Waits for a text message to a phone. @returns the code that the newest of them holds */
export function codeIn(directory: string, phone: string): Promise<string> {
  return until(async () => newestCode(directory, phone), `a text message in ${directory}`);
}

function newestCode(directory: string, phone: string): string | undefined {
  const [newest] = readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(directory, name))
    .map((file) => ({
      at: statSync(file).mtimeMs,
      message: JSON.parse(readFileSync(file, 'utf8')) as Message,
    }))
    .filter(({ message }) => message.phone === phone)
    .sort((one, other) => other.at - one.at);
  return /\d{6}/.exec(newest?.message.text ?? '')?.[0];
}

interface Message {
  readonly phone: string;
  readonly text: string;
}
