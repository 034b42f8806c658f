import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import type { MeView } from '@gongxiang/contracts/membership/members/me.contract';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { removePostgresData, type RunningServer, startPostgres } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Manifest } from '../local/backup-manifest.js';
import { takeBackup } from '../local/take-backup.js';
import { pathsOf } from '../local/paths.js';
import { rootAbove } from '../root.js';
import { restoreBackup } from '../local/restore-backup.js';
import { loadSecrets } from '../local/secrets.js';
import { DATABASE_SERVICES, SERVICES } from '../local/services.js';
import { Client } from '../demo/tools/client.js';
import { until } from '../demo/tools/world.js';
import { type AccessWorld, makeAccessWorld } from './access-world.js';
import { send } from './ask.js';
import { type Listener, listenersOf, settled, toldViolations } from './chaos/chaos-checks.js';
import { rowsOf } from './rows.js';
import { submitCosts } from './costs.js';
import { holdBack, isAllTold, tellEarlier } from './chaos/chaos-store.js';
import { draftActivity, insertMembers, memberPassword, type Person, publishActivity } from './fixtures.js';
import { type Restartable, startOwnPostgres } from './own-servers.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const startUpMs = 240_000;
const crowdSize = 30;
const capacity = 12;
/** Who has an answer when the backup begins; the others come while it is taken. */
const early = 10;
const betweenSignUpsMs = 50;
const daySeconds = 86_400;

const silent = { say: () => undefined };
const work = mkdtempSync(join(tmpdir(), 'gongxiang-backup-'));
const backup = join(work, 'backup');
/** Another checkout, on which nothing ever ran. */
const elsewhere = pathsOf(join(work, 'elsewhere'));

let server: Restartable;
let world: AccessWorld;
let listeners: Listener[];
let crowd: Person[];
let activityId: string;
let receipt: { readonly path: string; readonly sha256: string };
let unheard: UnionView;
/** What people were told before the backup began: `id state`. */
let promised: string[];
let madeMeanwhile = 0;
let manifest: Manifest;

let restoredServer: RunningServer | undefined;
let restored: TestPlatform | undefined;

beforeAll(async () => {
  // PostgreSQL runs as another user where root runs the tests.
  chmodSync(work, 0o755);
  server = await startOwnPostgres();
  const platform = await startTestPlatform({}, {}, { url: server.url });
  try {
    world = await makeAccessWorld(platform);
    listeners = await listenersOf(platform);
    await live();
    const [taken] = await Promise.all([backUp(), rush()]);
    manifest = taken;
    await draftActivity(world.people.keeper.client, world.network.near);
    await world.network.operator.client.post('/unions', {
      parentId: world.network.far.id,
      name: '备份之后的工会',
    });
    await Promise.all([...SERVICES.map(({ name }) => platform.kill(name)), platform.natsServer.kill()]);
    await server.kill();
  } finally {
    await platform.stop();
    await server.stop();
  }
}, startUpMs);

afterAll(async () => {
  await restored?.stop();
  await restoredServer?.stop();
  removePostgresData(elsewhere.postgresData);
  rmSync(work, { recursive: true, force: true });
}, startUpMs);

/** Money in the ledger, a bill with its receipt, people with seats, and an event that is told and that nobody has heard. */
async function live(): Promise<void> {
  const { platform, network, people } = world;
  const poolId = await submitCosts(world);
  await people.approver.client.decide(`/cost-pools/${poolId}/approve`);
  receipt = await receiptOf(people.coHost, poolId);
  crowd = await insertMembers(platform, network, network.near, crowdSize);
  activityId = (await publishActivity(people.keeper.client, network.near, capacity)).id;
  await holdBack(platform, listeners);
  const name = '讲了没人听到的工会';
  const since = new Date();
  unheard = await network.operator.client.post<UnionView>('/unions', { parentId: network.far.id, name });
  await until(() => isAllTold(platform), 'the last event before the backup');
  // A relay that starts tells what was told in the last minutes once more by itself: this was told a day ago.
  await tellEarlier(platform, since, daySeconds);
  promised = await Promise.all(crowd.slice(0, early).map(signUp));
}

async function receiptOf(person: Person, poolId: string): Promise<typeof receipt> {
  const { items } = await person.client.get<{ items: CostPoolView[] }>(`/cost-pools/${poolId}/items`);
  const path = `/cost-pools/${poolId}/items/${items[0]?.id}/receipt`;
  const bytes = await download(world.platform, person, path);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function download({ gatewayUrl }: TestPlatform, { token }: Person, path: string): Promise<Buffer> {
  const answer = await send(gatewayUrl, 'GET', path, { token });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

async function signUp({ client }: Person): Promise<string> {
  const { id, state } = await client.post<RegistrationView>(`/activities/${activityId}/registrations`);
  return `${id} ${state}`;
}

let isTaken = false;
async function backUp(): Promise<Manifest> {
  const { databaseUrl, natsUrl, secrets, home } = world.platform;
  const url = new URL(natsUrl);
  [url.username, url.password] = ['admin', secrets.natsPasswords['admin'] ?? ''];
  const paths = { root: rootAbove(fileURLToPath(import.meta.url)), data: join(home, 'data') };
  try {
    return await takeBackup(
      {
        postgresUrl: databaseUrl,
        natsUrl: url.href,
        paths: { ...paths, secrets: join(home, 'secrets.json') },
      },
      backup,
      silent,
    );
  } finally {
    isTaken = true;
  }
}

/** Sign-ups and drafts one after the other until the backup is whole. */
async function rush(): Promise<void> {
  const late = crowd.slice(early);
  while (!isTaken) {
    const next = late.shift();
    if (next === undefined) await draftActivity(world.people.keeper.client, world.network.near);
    else await signUp(next);
    if (!isTaken) madeMeanwhile += 1;
    await new Promise((resolve) => setTimeout(resolve, betweenSignUpsMs));
  }
}

/** The test platform, on what `restore` has made of the backup. */
async function startRestored(): Promise<TestPlatform> {
  const superuserPassword = loadSecrets(elsewhere.secrets).postgresSuperuser;
  restoredServer = await startPostgres({ dataDirectory: elsewhere.postgresData, superuserPassword });
  const url = new URL(restoredServer.url);
  url.pathname = `/${manifest.database}`;
  return startTestPlatform({}, {}, { url: url.href, home: elsewhere.home });
}

describe('a backup', () => {
  const from = backup;
  const restore = (): Promise<unknown> => restoreBackup({ from, paths: elsewhere, progress: silent });

  it('is taken while people sign up', () => {
    expect(madeMeanwhile).toBeGreaterThan(0);
    expect(Object.keys(manifest.files)).toEqual(
      expect.arrayContaining([
        'postgres/backup_label',
        'postgres/global/pg_control',
        'nats/OBJ_uploads.snapshot',
        'secrets.json',
      ]),
    );
    expect(
      Object.keys(manifest.files).filter((name) => name.startsWith('postgres/pg_wal/')).length,
    ).toBeGreaterThan(0);
  });

  it('is not taken over anything', async () => {
    const source = {
      postgresUrl: 'postgres://nobody@127.0.0.1:9/x',
      natsUrl: 'nats://127.0.0.1:9',
      paths: elsewhere,
    };
    await expect(takeBackup(source, backup, silent)).rejects.toThrow(/backup is not empty: name a directory/);
  });

  it.each(['postgres/global/pg_control', 'nats/OBJ_uploads.snapshot'])(
    'whose %s has one other byte is refused by that name, and nothing is written',
    async (name) => {
      const path = join(backup, name);
      const bytes = readFileSync(path);
      const damaged = Buffer.from(bytes);
      damaged[0] = (damaged[0] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      await expect(restore()).rejects.toThrow(`${name} is not what was backed up`);
      writeFileSync(path, bytes);
      expect(existsSync(elsewhere.home)).toBe(false);
    },
  );

  it.each([
    ['postgres/backup_label', /backup_label is missing from the backup/],
    ['manifest.json', /has no manifest\.json: it is no backup, or one that was not finished/],
    ['secrets.json', /say where you keep the secrets of this backup with --secrets/],
  ])('without its %s is refused, and nothing is written', async (name, reason) => {
    const path = join(backup, name);
    renameSync(path, `${path}.away`);
    await expect(restore()).rejects.toThrow(reason);
    renameSync(`${path}.away`, path);
    expect(existsSync(elsewhere.home)).toBe(false);
  });

  it('whose manifest has another hash or PostgreSQL, or names a place outside, is refused', async () => {
    const path = join(backup, 'manifest.json');
    const text = readFileSync(path, 'utf8');
    const { sha256 } = manifest.files['postgres/backup_label'] ?? { sha256: '' };
    writeFileSync(path, text.replace(sha256, '0'.repeat(64)));
    await expect(restore()).rejects.toThrow(/backup_label is not what was backed up/);
    writeFileSync(path, text.replace(`"postgres": "${manifest.versions.postgres}"`, '"postgres": "17.9"'));
    await expect(restore()).rejects.toThrow(/is of PostgreSQL 17 on .*restore it on a machine of its kind/);
    writeFileSync(path, text.replace('"postgres/backup_label"', '"postgres/../../label"'));
    await expect(restore()).rejects.toThrow(
      /names postgres\/\.\.\/\.\.\/label, which is no place of a backup/,
    );
    writeFileSync(path, text);
    expect(existsSync(elsewhere.home)).toBe(false);
  });
});

describe('what was restored elsewhere', () => {
  let platform: TestPlatform;
  let operator: Client;

  beforeAll(async () => {
    const { movedAside } = await restoreBackup({ from: backup, paths: elsewhere, progress: silent });
    expect(movedAside).toEqual([]);
    platform = await startRestored();
    restored = platform;
    operator = new Client(platform.gatewayUrl, { accessToken: world.network.operator.token });
  }, startUpMs);

  it('has every registration that was answered before the backup began, and nobody twice or beyond the seats', async () => {
    const rows = await rowsOf<{ told: string; state: string; rank: string; personId: string; heads: number }>(
      platform,
      `SELECT concat(id, ' ', state) AS told, state, rank::text, person_id AS "personId", heads
       FROM sharing.registration WHERE activity_id = $1`,
      [activityId],
    );
    const kept = rows.map(({ told }) => told);
    expect(promised.filter((one) => !kept.includes(one))).toEqual([]);
    const confirmed = rows.filter(({ state }) => state === 'confirmed');
    expect(confirmed).toHaveLength(Math.min(rows.length, capacity));
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(rows.length);
    expect(new Set(rows.map(({ rank }) => rank)).size).toBe(rows.length);
  });

  it('has nothing of what came after the backup', async () => {
    const text = 'SELECT 1 FROM membership.labour_union WHERE name = $1';
    expect(await rowsOf(platform, text, ['备份之后的工会'])).toEqual([]);
    expect(await rowsOf(platform, text, [unheard.name])).toHaveLength(1);
  });

  it('balances, and has an entry in its books', async () => {
    expect(await operator.get('/ledger/trial-balance')).toMatchObject({
      balanced: true,
      difference: { amount: '0' },
    });
    expect(await rowsOf(platform, 'SELECT 1 FROM settlement.entry')).toHaveLength(1);
  });

  it.each(DATABASE_SERVICES)('has the whole audit trail of %s', async (service) => {
    const verdict = await operator.get(`/audit/verification?service=${service}`);
    expect(verdict).toMatchObject({ intact: true, broken: null });
  });

  it('gives out a receipt with its bytes', async () => {
    const bytes = await download(platform, world.people.coHost, receipt.path);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(receipt.sha256);
  });

  it('lets people sign in, and opens their names', async () => {
    const nobody = new Client(platform.gatewayUrl);
    const { account } = world.people.member;
    const session = await nobody.post<SignInView>('/auth/sessions', { account, password: memberPassword });
    const me = await nobody.as(session).get<MeView>('/me');
    expect(me).toMatchObject({ account, name: expect.stringMatching(/^验证/) });
  });

  it('tells what nobody had heard by then, and every copy becomes as its owner has it', async () => {
    expect(await settled(() => toldViolations(platform, listeners))).toEqual([]);
    const copied = 'SELECT 1 FROM sharing.union_ref WHERE id = $1';
    expect(await rowsOf(platform, copied, [unheard.id])).toHaveLength(1);
  });

  it('lives on: what happens now is told as well', async () => {
    const { id } = await operator.post<UnionView>('/unions', {
      parentId: world.network.far.id,
      name: '恢复之后的工会',
    });
    await until(
      async () =>
        (await rowsOf(platform, 'SELECT 1 FROM evaluation.union_ref WHERE id = $1', [id])).length === 1,
      'the copy of a union that was made after the restore',
    );
  });
});
