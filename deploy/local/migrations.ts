import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from '@gongxiang/testing/servers';
import type { Progress } from './progress.js';
import {
  DATABASE_SERVICES,
  migrationEnvironmentOf,
  migrationOf,
  type ServiceName,
  type StackSettings,
} from './services.js';

/**
 * Brings the four schemas up to date, all at once, each as its owner.
 *
 * @throws Error with one sentence that names the service and its log
 */
export async function runMigrations(settings: StackSettings, progress: Progress): Promise<void> {
  const services = DATABASE_SERVICES.filter((service) => existsSync(migrationOf(settings, service)));
  const results = await Promise.allSettled(services.map((service) => migrate(service, settings)));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined) {
    throw failure.reason;
  }
  progress.say(
    services.length > 0 ? `Schemas are up to date: ${services.join(', ')}` : 'There are no migrations to run',
  );
}

async function migrate(service: ServiceName, settings: StackSettings): Promise<void> {
  const logFile = join(settings.paths.logs, `${service}-migrate.log`);
  const process_ = await startProcess({
    name: `${service} migration`,
    command: process.execPath,
    args: [migrationOf(settings, service)],
    cwd: settings.paths.root,
    env: migrationEnvironmentOf(service, settings),
    logFile,
  });
  const { code } = await process_.exited;
  if (code !== 0) {
    const lastLines = process_.lastOutput().split('\n').slice(-5).join('\n  ');
    throw new Error(
      `The migrations of ${service} failed; nothing of them was kept, see ${logFile}:\n  ${lastLines}`,
    );
  }
}
