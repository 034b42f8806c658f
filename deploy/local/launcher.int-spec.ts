import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createServer as createHttpServer } from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  freePort,
  isAlive,
  isPortFree,
  removePostgresData,
  startPostgres,
  startProcess,
} from '@gongxiang/testing/servers';
import pg from 'pg';
import { launchStack, type RunningStack } from './launcher.js';
import { DATABASE_SERVICES, SERVICES } from './services.js';
import { readStackFile, type Stack, writeJsonFile } from './stack-file.js';

/** Stands for a service: says that it is ready, and shows its environment to whoever asks. */
const FAKE_SERVICE = `
import { createServer } from 'node:http';
createServer((request, response) => {
  if (request.url === '/die') process.exit(7);
  response.setHeader('X-Start-Mark', process.env.START_MARK ?? '');
  response.end(request.url === '/env' ? JSON.stringify(process.env) : 'ok');
}).listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
`;
/** Stands for a migration: leaves its environment where the test finds it. */
const FAKE_MIGRATION = `
import { writeFileSync } from 'node:fs';
writeFileSync(new URL('./migrated', import.meta.url), process.env.DATABASE_URL);
`;
const FAKE_DEMO = `
import { appendFileSync } from 'node:fs';
appendFileSync(new URL('./walks', import.meta.url), process.argv.slice(2).join(' ') + ' ' + typeof process.env.OPERATOR_PASSWORD + '\\n');
`;

/** Stands for notification: sends a mail at its first start, and leaves behind by which server. */
const FAKE_SENDER = `
import { existsSync, writeFileSync } from 'node:fs';
import nodemailer from '${createRequire(import.meta.url).resolve('nodemailer')}';
const sent = new URL('./sent', import.meta.url);
const { MAIL_URL, MAIL_FROM, PUBLIC_URL } = process.env;
if (!existsSync(sent)) {
  const text = 'Open: ' + PUBLIC_URL + '/loans/1';
  await nodemailer.createTransport(MAIL_URL).sendMail({ from: MAIL_FROM, to: 'lin@example.com', subject: '有人申请借用', text });
  writeFileSync(sent, MAIL_URL);
}
`;

const superuserPassword = 'a password for tests only';

let root: string;
/** Where the data of a PostgreSQL lie that has just been made: to make them takes five times as long as to copy them. */
let made: string;
let lines: string[];
let stack: RunningStack | undefined;

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'gongxiang-made-'));
  chmodSync(made, 0o755);
  await (
    await startPostgres({ dataDirectory: join(made, 'postgres'), superuserPassword, fast: true })
  ).stop();
});

afterAll(() => {
  removePostgresData(join(made, 'postgres'));
  rmSync(made, { recursive: true, force: true });
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gongxiang-launcher-'));
  chmodSync(root, 0o755);
  cpSync(fileURLToPath(new URL('../nats', import.meta.url)), join(root, 'deploy/nats'), { recursive: true });
  for (const { name } of SERVICES) {
    put(`services/${name}/dist/bundle/main.js`, FAKE_SERVICE);
  }
  for (const name of DATABASE_SERVICES) {
    put(`services/${name}/dist/bundle/migrate.js`, FAKE_MIGRATION);
  }
  put('package.json', '{ "type": "module" }');
  lines = [];
});

afterEach(async () => {
  await stack?.stop();
  stack = undefined;
  rmSync(root, { recursive: true, force: true });
});

describe('the launcher', () => {
  it('starts everything, tells where it is, and stops everything', async () => {
    put('deploy/dist/demo/main.js', FAKE_DEMO);
    stack = await launch();
    const file = stackFile();
    expect(Object.keys(file.pids).sort()).toEqual([
      'affairs',
      'evaluation',
      'gateway',
      'launcher',
      'membership',
      'nats',
      'notification',
      'postgres',
      'settlement',
      'sharing',
    ]);
    expect(await text(`${file.gatewayUrl}/health/ready`)).toBe('ok');
    expect(
      await scalar(file.postgresUrl, 'select count(*)::int from pg_extension where extname = $1', [
        'pg_trgm',
      ]),
    ).toBe(1);
    expect(readFileSync(join(root, 'services/sharing/dist/bundle/migrated'), 'utf8')).toMatch(
      /^postgres:\/\/sharing_owner:/,
    );
    expect(walks()).toEqual([`--url ${file.gatewayUrl} string`]);

    await stack.stop();
    const others = Object.entries(file.pids).filter(([name]) => name !== 'launcher');
    expect(others.filter(([, pid]) => isAlive(pid))).toEqual([]);
    expect(existsSync(join(root, '.gongxiang/stack.json'))).toBe(false);
    expect(existsSync(join(root, '.gongxiang/processes.json'))).toBe(false);
  });

  it('keeps data and secrets between starts, walks the demo once, and begins anew with --fresh', async () => {
    put('deploy/dist/demo/main.js', FAKE_DEMO);
    stack = await launch();
    await scalar(stackFile().postgresUrl, 'create table public.kept ()');
    await stack.stop();
    stack = await launch();
    expect(await scalar(stackFile().postgresUrl, `select to_regclass('public.kept') is not null`)).toBe(true);
    expect(walks()).toHaveLength(1);
    await stack.stop();
    stack = await launch(['--fresh']);
    expect(await scalar(stackFile().postgresUrl, `select to_regclass('public.kept') is not null`)).toBe(
      false,
    );
    expect(walks()).toHaveLength(2);
  });

  it('shows what would leave the platform on a page, keeps it between starts, and empties it with --fresh', async () => {
    bringMadeData();
    put('services/notification/dist/bundle/main.js', FAKE_SENDER + FAKE_SERVICE);
    stack = await launch();
    // As a service does, in place of a text message.
    put('.gongxiang/mailbox/0199.json', JSON.stringify({ phone: '13900001111', text: '验证码 123456' }));
    const { gatewayUrl, mailboxUrl } = stackFile();
    const mailUrl = readFileSync(join(root, 'services/notification/dist/bundle/sent'), 'utf8');
    const shown = await text(mailboxUrl);
    for (const part of ['lin@example.com', '有人申请借用', '13900001111', '验证码 123456'])
      expect(shown).toContain(part);
    const [, path = ''] = /href="(\/messages\/[^"]+\.eml)"/.exec(shown) ?? [];
    expect(await text(mailboxUrl + path)).toContain(`<a href="${gatewayUrl}/loans/1"`);
    expect(lines.at(-1)).toContain(`messages  ${mailboxUrl}/`);
    await stack.stop();
    for (const url of [mailboxUrl, mailUrl]) expect(await isPortFree(Number(new URL(url).port))).toBe(true);
    stack = await launch();
    expect(await text(stackFile().mailboxUrl)).toContain('有人申请借用');
    await stack.stop();
    stack = await launch(['--fresh']);
    expect(await text(stackFile().mailboxUrl)).toContain('还没有消息。');
  });

  it('leaves the demo out with --empty, and gives membership the first operator’s password', async () => {
    bringMadeData();
    put('deploy/dist/demo/main.js', FAKE_DEMO);
    stack = await launch(['--empty'], { FIRST_OPERATOR_PASSWORD: 'a long password' });
    expect(existsSync(join(root, 'deploy/dist/demo/walks'))).toBe(false);
    expect(lines.join('\n')).not.toContain('a long password');
  });

  it('starts a service again that dies, says so, and writes its new number', async () => {
    bringMadeData();
    stack = await launch();
    const before = stackFile();
    await text(`${before.gatewayUrl}/die`).catch(() => undefined);
    await until(() => stackFile().pids.gateway !== before.pids.gateway);
    expect(lines).toContainEqual(
      expect.stringMatching(/^gateway ended \(code 7\); it starts again in 0\.5 s, see .*gateway\.log$/),
    );
  });

  it('takes another port when the usual one is taken, and says which', async () => {
    bringMadeData();
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => {
      other.listen(port, '127.0.0.1', resolve);
    });
    stack = await launch(['--empty'], { PORT: String(port), FIRST_OPERATOR_PASSWORD: 'a long password' });
    other.close();
    expect(stack.gatewayUrl).not.toContain(`:${port}`);
    const said = lines.find((line) => line.startsWith(`Port ${port} is taken`));
    expect(said).toMatch(/: gateway listens on \d+$/);
  });

  it('takes no other’s process for its own, and gives way where another was faster to a port', async () => {
    bringMadeData();
    const mine = Number(await freePort());
    const slow = `
      import { setTimeout } from 'node:timers/promises';
      import { existsSync, writeFileSync } from 'node:fs';
      const first = new URL('./begun', import.meta.url);
      const isFirst = !existsSync(first);
      writeFileSync(first, process.env.PORT);
      if (isFirst) await setTimeout(1_500);
    `;
    put('services/gateway/dist/bundle/main.js', `${slow}\n${FAKE_SERVICE}`);
    const starting = launch(['--empty'], { PORT: String(mine), FIRST_OPERATOR_PASSWORD: 'a long password' });
    await until(() => existsSync(join(root, 'services/gateway/dist/bundle/begun')));
    // Another stack's gateway, which says that it is ready.
    const other = createHttpServer((_request, response) => void response.end('ok'));
    await new Promise<void>((resolve) => {
      other.listen(mine, '127.0.0.1', resolve);
    });
    stack = await starting;
    other.close();
    expect(stack.gatewayUrl).not.toContain(`:${mine}`);
    expect(JSON.parse(await text(`${stack.gatewayUrl}/env`))).toMatchObject({ LISTEN_ADDRESS: '127.0.0.1' });
  });

  it('shows the demo network to this machine alone, and says how to do otherwise', async () => {
    put('deploy/dist/demo/main.js', FAKE_DEMO);
    put('.gongxiang/data/kept', 'somebody’s');
    await expect(launch(['--fresh'], { LISTEN_ADDRESS: '0.0.0.0' })).rejects.toThrow(
      /not shown on 0\.0\.0\.0: start with/,
    );
    expect(existsSync(join(root, '.gongxiang/data/kept'))).toBe(true);
    const asked = { LISTEN_ADDRESS: '0.0.0.0', FIRST_OPERATOR_PASSWORD: 'a long password' };
    stack = await launch(['--empty'], asked);
    const { gatewayUrl } = stack;
    const given = JSON.parse(await text(`${gatewayUrl}/env`)) as NodeJS.ProcessEnv;
    expect([given.LISTEN_ADDRESS, given.METRICS_ADDRESS, given.DEMO]).toEqual([
      '0.0.0.0',
      '127.0.0.1',
      undefined,
    ]);
    const { mailboxUrl } = stackFile();
    expect(await text(mailboxUrl)).toContain('<html');
    for (const address of ownAddresses())
      await expect(fetch(`http://${address}:${new URL(mailboxUrl).port}/`)).rejects.toThrow();
  });

  it('ends what a killed launcher left, but no other program with the same number', async () => {
    bringMadeData();
    const entry = join(root, 'services/sharing/dist/bundle/main.js');
    const env = { ...process.env, PORT: '0' };
    const left = await startProcess({ name: 'left', command: process.execPath, args: [entry], env });
    const other = await startProcess({
      name: 'other',
      command: process.execPath,
      args: ['-e', 'setInterval(Date, 1000)'],
    });
    mkdirSync(join(root, '.gongxiang'), { recursive: true });
    writeJsonFile(join(root, '.gongxiang/processes.json'), [
      { name: 'launcher', pid: 2_000_000_000, mark: 'start.mjs' },
      { name: 'sharing', pid: left.pid, mark: entry },
      { name: 'settlement', pid: other.pid, mark: 'services/settlement/dist/bundle/main.js' },
    ]);
    stack = await launch();
    expect(left.hasExited()).toBe(true);
    expect(other.hasExited()).toBe(false);
    expect(lines[0]).toBe('The last start did not end in order: stopping sharing');
    await other.stop();
  });

  it('stops all of it and names the log when a service cannot start', async () => {
    bringMadeData();
    put('services/evaluation/dist/bundle/main.js', `console.error('KEY is missing'); process.exit(1);`);
    await expect(launch()).rejects.toThrow(
      /evaluation does not get ready; its last words in .*evaluation\.log:\s+.*KEY is missing/s,
    );
    expect(existsSync(join(root, '.gongxiang/processes.json'))).toBe(false);
  });

  it('starts a migration where its program is not the one that migrated last, and there alone', async () => {
    bringMadeData();
    const left = (name: string): string => join(root, `services/${name}/dist/bundle/migrated`);
    const launchAgain = async (): Promise<boolean[]> => {
      stack = await launch();
      await stack.stop();
      return ['sharing', 'settlement'].map((name) => existsSync(left(name)));
    };
    expect(await launchAgain()).toEqual([true, true]);
    for (const name of ['sharing', 'settlement']) rmSync(left(name));
    put('services/settlement/dist/bundle/migrate.js', `${FAKE_MIGRATION}// of the next version\n`);
    expect(await launchAgain()).toEqual([false, true]);
  });

  it('stops all of it when a migration fails', async () => {
    bringMadeData();
    put(
      'services/settlement/dist/bundle/migrate.js',
      `console.error('column is there already'); process.exit(1);`,
    );
    await expect(launch()).rejects.toThrow(/migrations of settlement failed.*column is there already/s);
    expect(existsSync(join(root, '.gongxiang/processes.json'))).toBe(false);
  });

  it('says in one sentence that DATABASE_URL or NATS_URL is wrong, and leaves nothing running', async () => {
    await expect(launch([], { DATABASE_URL: 'postgres://me:x@127.0.0.1:9/x' })).rejects.toThrow(
      /DATABASE_URL \(127\.0\.0\.1:9\) cannot be used/,
    );
    await expect(launch([], { NATS_URL: 'nats://127.0.0.1:9' })).rejects.toThrow(
      /No NATS answers at 127\.0\.0\.1:9 \(ECONNREFUSED\)/,
    );
    expect(existsSync(join(root, '.gongxiang/processes.json'))).toBe(false);
  });
});

function launch(args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<RunningStack> {
  const progress = { say: (line: string) => void lines.push(line) };
  return launchStack({ root, args, environment: { PATH: process.env.PATH, ...environment }, progress });
}

function put(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** For a start that is not about the making of data. */
function bringMadeData(): void {
  put('.gongxiang/secrets.json', JSON.stringify({ postgresSuperuser: superuserPassword }));
  mkdirSync(join(root, '.gongxiang/data'), { recursive: true });
  // With its owner, who is another where root runs the tests.
  execFileSync('cp', ['-a', join(made, 'postgres'), join(root, '.gongxiang/data/postgres')]);
}

function walks(): readonly string[] {
  return readFileSync(join(root, 'deploy/dist/demo/walks'), 'utf8').trim().split('\n');
}

function stackFile(): Stack {
  const file = readStackFile(join(root, '.gongxiang/stack.json'));
  if (file === undefined) {
    throw new Error('There is no stack file.');
  }
  return file;
}

/** By which other machines know this one; it may have none. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

async function text(url: string): Promise<string> {
  return (await fetch(url)).text();
}

async function scalar(url: string, sql: string, values: readonly unknown[] = []): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > deadline) {
      throw new Error('It did not happen within a minute.');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
