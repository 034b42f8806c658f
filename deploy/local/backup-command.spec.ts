import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dataDirectoryFor, removePostgresData, startProcess } from '@gongxiang/testing/servers';
import { runBackup } from './backup-command.js';
import { changePlaces, type Successor } from './move-aside.js';
import { type Paths, pathsOf } from './paths.js';
import { runRestore } from './restore-command.js';
import { type Stack, writeJsonFile } from './stack-file.js';

const progress = { say: () => undefined };
let root: string;
let paths: Paths;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gongxiang-backup-command-'));
  paths = pathsOf(root);
  mkdirSync(paths.home);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A stack that this process pretends to run. */
function pretend(pids: Stack['pids']): void {
  const nowhere = '127.0.0.1:9';
  writeJsonFile(paths.stackFile, {
    gatewayUrl: `http://${nowhere}`,
    mailboxUrl: `http://${nowhere}`,
    natsUrl: `nats://admin:x@${nowhere}`,
    pids,
    keysFromOutside: [],
    postgresUrl: `postgres://postgres:x@${nowhere}/gongxiang`,
  });
}

const backUp = (...args: string[]): Promise<void> => runBackup({ root, args, progress });
const restore = (...args: string[]): Promise<void> => runRestore({ root, args, progress });

describe('npm run backup', () => {
  it('asks where to, and names what it does not know', async () => {
    await expect(backUp()).rejects.toThrow(
      'Say where the backup shall be: npm run backup -- --to <directory>',
    );
    await expect(backUp('--too', 'x')).rejects.toThrow(/'--too'.*It goes like this: npm run backup/s);
  });

  it('says that no stack runs, also where one died and left its file', async () => {
    const to = join(root, 'backup');
    await expect(backUp('--to', to)).rejects.toThrow(/No stack of this checkout runs.*npm start first/);
    pretend({ launcher: 2_000_000_000, postgres: 1, nats: 1 });
    await expect(backUp('--to', to)).rejects.toThrow(/No stack of this checkout runs/);
    expect(existsSync(to)).toBe(false);
  });

  it('leaves the servers of DATABASE_URL and NATS_URL to their own tools', async () => {
    pretend({ launcher: process.pid, nats: 1 });
    await expect(backUp('--to', join(root, 'backup'))).rejects.toThrow(/DATABASE_URL or NATS_URL.*own tools/);
  });

  it('takes no directory that holds anything, nor one among the data', async () => {
    pretend({ launcher: process.pid, postgres: 1, nats: 1 });
    const to = join(root, 'backup');
    mkdirSync(to);
    writeFileSync(join(to, 'mine'), 'mine');
    await expect(backUp('--to', to)).rejects.toThrow(`${to} is not empty`);
    expect(readFileSync(join(to, 'mine'), 'utf8')).toBe('mine');
    mkdirSync(paths.data);
    await expect(backUp('--to', join(paths.data, 'backup'))).rejects.toThrow(
      /lies among the data themselves/,
    );
  });

  it('leaves nothing behind where it fails', async () => {
    pretend({ launcher: process.pid, postgres: 1, nats: 1 });
    const to = join(root, 'backup');
    await expect(backUp('--to', to)).rejects.toThrow(/ECONNREFUSED/);
    expect(existsSync(to)).toBe(false);
  });
});

describe('npm run restore', () => {
  it('asks where from, and names what it does not know', async () => {
    await expect(restore()).rejects.toThrow('Say where the backup is: npm run restore -- --from');
    await expect(restore('--form', 'x')).rejects.toThrow(/'--form'.*It goes like this: npm run restore/s);
  });

  it('refuses while a stack runs, and says how to end it', async () => {
    const script = 'setInterval(() => undefined, 1000)';
    const other = await startProcess({ name: 'other', command: process.execPath, args: ['-e', script] });
    writeJsonFile(paths.processFile, [{ name: 'launcher', pid: other.pid, mark: script }]);
    try {
      await expect(restore('--from', root)).rejects.toThrow(
        new RegExp(
          `stack of this checkout .* already \\(process ${other.pid}\\): use it, or stop it with Ctrl-C`,
        ),
      );
    } finally {
      await other.stop();
    }
  });

  it('refuses what is no backup, and lets the next start begin', async () => {
    await expect(restore('--from', root)).rejects.toThrow(/has no manifest\.json/);
    expect(existsSync(paths.processFile)).toBe(false);
    expect(existsSync(paths.data)).toBe(false);
  });
});

describe('what is there before a restore', () => {
  afterEach(() => {
    for (const home of [paths.data, join(paths.home, 'restoring')])
      removePostgresData(join(home, 'postgres'));
  });

  // Where root runs the tests, PostgreSQL's own data lie elsewhere in the second case.
  it.each([
    ['everybody', 0o755],
    ['its owner alone', 0o700],
  ])(
    'is moved aside below a directory that %s may enter, and the moves say how to have it again',
    (_who, mode) => {
      chmodSync(root, mode);
      const home = join(paths.home, 'restoring');
      const successor = { home, secrets: `${paths.secrets}.restoring`, postgres: join(home, 'postgres') };
      put({ home: paths.data, secrets: paths.secrets, postgres: paths.postgresData }, 'old');
      put(successor, 'new');

      const moves = changePlaces(successor, paths);
      expect(texts()).toEqual(['new', 'new', 'new']);
      expect(moves.map(({ from }) => basename(from)).slice(0, 2)).toEqual(['data', 'secrets.json']);
      for (const { from, to } of moves) {
        rmSync(from, { recursive: true });
        renameSync(to, from);
      }
      expect(texts()).toEqual(['old', 'old', 'old']);
    },
  );

  it('is moved aside also where the checkout lost all that told of it', () => {
    chmodSync(root, 0o700);
    const home = join(paths.home, 'restoring');
    const successor = { home, secrets: `${paths.secrets}.restoring`, postgres: join(home, 'postgres') };
    put({ home: paths.data, secrets: paths.secrets, postgres: paths.postgresData }, 'old');
    rmSync(paths.home, { recursive: true });
    mkdirSync(paths.home);
    put(successor, 'new');

    const moves = changePlaces(successor, paths);
    expect(texts()).toEqual(['new', 'new', 'new']);
    const kept = moves.map(({ to }) => readFileSync(join(to, 'PG_VERSION'), 'utf8'));
    // Anybody but root keeps PostgreSQL's data in the checkout, where they were lost with the rest.
    expect(kept).toEqual(process.getuid?.() === 0 ? ['old'] : []);
    for (const { to } of moves) rmSync(to, { recursive: true });
  });
});

function put({ home, secrets, postgres }: Successor, text: string): void {
  mkdirSync(home);
  const data = dataDirectoryFor(postgres);
  mkdirSync(data);
  for (const path of [join(home, 'mark'), secrets, join(data, 'PG_VERSION')]) writeFileSync(path, text);
}

function texts(): string[] {
  const files = [
    join(paths.data, 'mark'),
    paths.secrets,
    join(dataDirectoryFor(paths.postgresData), 'PG_VERSION'),
  ];
  return files.map((path) => readFileSync(path, 'utf8'));
}
