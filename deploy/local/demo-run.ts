import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Progress } from './progress.js';
import type { StackSettings } from './services.js';

/**
 * Loads the demo network through the REST API and walks the whole chain once, at the first start on a database.
 *
 * @returns false when the loader failed; the platform runs all the same
 */
export async function loadDemo(
  settings: StackSettings,
  gatewayUrl: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<boolean> {
  const { demoEntry, demoMark } = settings.paths;
  if (!existsSync(demoEntry)) {
    return true;
  }
  const database = placeOf(settings.databaseUrl);
  if (existsSync(demoMark) && readFileSync(demoMark, 'utf8').trim() === database) {
    progress.say('The demo network is there from an earlier start; npm run demo walks the chain again');
    return true;
  }
  progress.say('Loading the demo network through the REST API, and walking the chain once');
  const code = await runDemo(settings, gatewayUrl, signal);
  if (code === 0) {
    writeFileSync(demoMark, `${database}\n`);
  } else {
    progress.say(
      `The demo did not get to its end (code ${code}); the platform runs, and npm run demo tries again`,
    );
  }
  return code === 0;
}

function runDemo(settings: StackSettings, gatewayUrl: string, signal: AbortSignal): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', settings.paths.demoEntry, '--url', gatewayUrl],
    {
      cwd: settings.paths.root,
      env: {
        ...settings.environment,
        ...mailboxOf(settings),
        OPERATOR_PASSWORD: settings.firstOperatorPassword ?? settings.secrets.operatorPassword,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
      signal,
    },
  );
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** With a provider no code comes to this machine, and none may be asked for: the phones of the demo are made up. */
function mailboxOf({ environment, paths }: StackSettings): NodeJS.ProcessEnv {
  return environment.SMS_PROVIDER ? {} : { MAILBOX_DIRECTORY: paths.mailbox };
}

/** Without user and password. */
function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return /^127\.0\.0\.1:/.test(host) ? `embedded${pathname}` : `${host}${pathname}`;
}
