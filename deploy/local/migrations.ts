import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from '@gongxiang/testing/servers';
import pg from 'pg';
import { withClient } from './database.js';
import type { Progress } from './progress.js';
import {
  DATABASE_SERVICES,
  migrationEnvironmentOf,
  migrationOf,
  type ServiceName,
  type StackSettings,
} from './services.js';

/**
 * Brings the schemas up to date, all at once, each as its owner. A schema says itself which program has migrated it last,
 * so that it is true wherever its data come from, a backup for example: where that is the present one, which is so at most
 * starts, none is started. Six of them take a third of a start.
 *
 * @throws Error with one sentence that names the service and its log
 */
export async function runMigrations(settings: StackSettings, progress: Progress): Promise<void> {
  const services = DATABASE_SERVICES.filter((service) => existsSync(migrationOf(settings, service)));
  const results = await Promise.allSettled(services.map((service) => migrateIfNew(service, settings)));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined) {
    throw failure.reason;
  }
  progress.say(
    services.length > 0 ? `Schemas are up to date: ${services.join(', ')}` : 'There are no migrations to run',
  );
}

async function migrateIfNew(service: ServiceName, settings: StackSettings): Promise<void> {
  const { DATABASE_URL: url = '' } = migrationEnvironmentOf(service, settings);
  const mark = markOf(migrationOf(settings, service));
  if ((await withClient(url, (client) => keptMark(client, service))) === mark) return;
  await migrate(service, settings);
  await withClient(url, (client) =>
    client.query(`comment on schema ${pg.escapeIdentifier(service)} is ${pg.escapeLiteral(mark)}`),
  );
}

/** The program names the parts of its bundle by their content: another line of it, or of them, makes another mark. */
function markOf(program: string): string {
  return `migrated by ${createHash('sha256').update(readFileSync(program)).digest('hex')}`;
}

async function keptMark(client: pg.Client, schema: string): Promise<string | null> {
  const { rows } = await client.query<{ mark: string | null }>(
    "select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = $1",
    [schema],
  );
  return rows[0]?.mark ?? null;
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
