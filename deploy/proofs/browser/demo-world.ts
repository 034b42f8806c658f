import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathsOf } from '../../local/paths.js';
import { rootAbove } from '../../root.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

const paths = pathsOf(rootAbove(fileURLToPath(import.meta.url)));

/** The whole platform with the demo network in it, as a newcomer finds it after `npm start`. */
export async function startDemoWorld(): Promise<TestPlatform> {
  const platform = await startTestPlatform({}, { LIMIT_PER_PERSON: '100000', LIMIT_PER_ADDRESS: '100000' });
  const code = await loadDemo(platform);
  if (code !== 0) {
    await platform.stop();
    throw new Error(`the demo ended with code ${code}`);
  }
  return platform;
}

function loadDemo({ gatewayUrl, secrets, home }: TestPlatform): Promise<number> {
  const child = spawn(process.execPath, [join(paths.demoEntry), '--url', gatewayUrl], {
    env: {
      ...process.env,
      OPERATOR_PASSWORD: secrets.operatorPassword,
      MAILBOX_DIRECTORY: join(home, 'mailbox'),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
