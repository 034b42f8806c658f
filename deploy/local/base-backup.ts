import type { Dirent } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { forEachLimit } from '../demo/tools/world.js';
import type { Progress } from './progress.js';
import {
  type Content,
  copyFile,
  CopyProgress,
  filesAtOnce,
  megabytes,
  requireRoom,
  writeHashed,
} from './tree-copy.js';

/** What was copied of a server: paths are relative to its data directory. */
export interface BaseBackup {
  readonly version: string;
  readonly directories: readonly string[];
  readonly files: Readonly<Record<string, Content>>;
}

/** What the next start makes anew, or must not find: PostgreSQL's own tool leaves out the same. */
const emptied = /^pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\//;
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|current_logfiles)$|(^|\/)(pg_internal\.init|pgsql_tmp)[^/]*/;
const control = 'global/pg_control';
const label = 'gongxiang';

/**
 * Copies a server's data while it works, by PostgreSQL's low-level base backup: what is torn by being read while it is
 * written is mended from the log, which is copied as far as the end of the backup, at the next start.
 *
 * @param adminUrl a superuser's
 * @param target an empty directory
 */
export async function backUpServer(
  adminUrl: string,
  target: string,
  progress: Progress,
): Promise<BaseBackup> {
  const client = new pg.Client({ connectionString: adminUrl, keepAlive: true });
  // If the server goes away, the statement that waits for it fails and says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { directory, version } = await look(client);
    // Until this session ends the server keeps every segment of the log since now, however long the copy takes.
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [
      `${label}_backup_${process.pid}`,
    ]);
    await client.query('select pg_backup_start($1, fast => true)', [label]);
    const copied = await copyTree(directory, target, progress);
    const { walEnd, labelText } = await stop(client);
    copied.files['backup_label'] = writeHashed(join(target, 'backup_label'), labelText);
    const segments = await segmentsOf(client, labelText, walEnd);
    for (const segment of segments) {
      const name = `pg_wal/${segment}`;
      copied.files[name] = await copied.take(name);
    }
    const { directories, files } = copied;
    return { version, directories, files };
  } finally {
    await client.end();
  }
}

async function look(client: pg.Client): Promise<{ directory: string; version: string }> {
  const { rows } = await client.query<{ directory: string; version: string; elsewhere: number }>(
    `select current_setting('data_directory') as directory, current_setting('server_version') as version,
       (select count(*)::int from pg_tablespace where spcname not in ('pg_default', 'pg_global')) as elsewhere`,
  );
  const [found] = rows;
  if (found === undefined || found.elsewhere > 0) {
    throw new Error(
      'This PostgreSQL has tablespaces outside of its data directory, which are not copied: use pg_basebackup.',
    );
  }
  return found;
}

interface Copied {
  readonly directories: readonly string[];
  readonly files: Record<string, Content>;
  /** Copies one more file that must be there. */
  take(name: string): Promise<Content>;
}

async function copyTree(source: string, target: string, progress: Progress): Promise<Copied> {
  const { directories, files: names } = await listTree(source);
  const sizes = await forEachLimit(names, filesAtOnce, (name) =>
    stat(join(source, name)).then(
      ({ size }) => size,
      () => 0, // dropped since it was listed
    ),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  requireRoom(target, total);
  for (const directory of directories) {
    mkdirSync(join(target, directory), { recursive: true, mode: 0o700 });
  }
  const told = new CopyProgress('PostgreSQL', total, progress);
  const files: Record<string, Content> = {};
  const copyOne = async (name: string): Promise<Content | null> => {
    const content = await copyFile(join(source, name), join(target, name));
    told.add(content?.size ?? 0);
    return content;
  };
  await forEachLimit(
    names.filter((name) => name !== control),
    filesAtOnce,
    async (name) => {
      const content = await copyOne(name);
      // What was dropped meanwhile is dropped again by the log.
      if (content !== null) files[name] = content;
    },
  );
  const take = async (name: string): Promise<Content> => {
    const content = await copyOne(name);
    if (content === null) throw new Error(`PostgreSQL has lost ${name} during the backup: take it again.`);
    return content;
  };
  // Last, as PostgreSQL's own tool does: it then knows of everything that the files may hold.
  files[control] = await take(control);
  progress.say(`PostgreSQL: ${names.length} files, ${megabytes(total)} MB`);
  return { directories, files, take };
}

/** Paths relative to the data directory, with slashes; directories before what they hold. */
async function listTree(root: string): Promise<{ directories: string[]; files: string[] }> {
  const directories: string[] = [];
  const files: string[] = [];
  const visit = async (directory: string): Promise<void> => {
    const entries = await readdir(join(root, directory), { withFileTypes: true }).catch(ifGone);
    for (const entry of entries) {
      const name = directory === '' ? entry.name : `${directory}/${entry.name}`;
      if (emptied.test(name) || leftOut.test(name)) continue;
      if (entry.isDirectory()) {
        directories.push(name);
        await visit(name);
      } else if (entry.isFile()) files.push(name);
    }
  };
  await visit('');
  return { directories, files };
}

function ifGone(error: NodeJS.ErrnoException): Dirent[] {
  if (error.code === 'ENOENT') return []; // a database that was dropped meanwhile
  throw error;
}

async function stop(client: pg.Client): Promise<{ walEnd: string; labelText: string }> {
  const { rows } = await client.query<{ walEnd: string; labelText: string }>(
    'select lsn::text as "walEnd", labelfile as "labelText" from pg_backup_stop(wait_for_archive => false)',
  );
  const [found] = rows;
  if (found === undefined) throw new Error('PostgreSQL did not end the backup: take it again.');
  return found;
}

/** The files of the log from the beginning of the backup to its end, both in it. */
async function segmentsOf(client: pg.Client, labelText: string, walEnd: string): Promise<string[]> {
  const first = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)$/m.exec(labelText)?.[1];
  if (first === undefined) throw new Error('PostgreSQL did not say where the backup began: take it again.');
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_ls_waldir()
     where name ~ '^[0-9A-F]{24}$' and name >= $1 and name <= pg_walfile_name($2::pg_lsn) order by name`,
    [first, walEnd],
  );
  return rows.map(({ name }) => name);
}
