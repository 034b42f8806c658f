import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { surveyContract } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { type Actor, hourMs } from '@gongxiang/domain';
import {
  actorWith,
  eventually,
  removePostgresData,
  type RunningServer,
  type ServiceFixture,
  startPostgres,
} from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  closeSurvey,
  knownActivity,
  knownUnion,
  publishedSystem,
  startEvaluation,
} from '../../evaluation.fixture.js';
import { KeyDirectory } from '../../reference/sealing/key-directory.js';

const startUpMs = 120_000;
const superuserPassword = 'a password for one suite only';
const slot = 'standby';

let home: string;
let primary: RunningServer;
let standby: RunningServer | null = null;
let evaluation: ServiceFixture;
let evaluator: Actor;
let unionOf: Awaited<ReturnType<typeof knownUnion>>;
let systemId: string;

const dataOf = (name: string): string => join(home, name);

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'gongxiang-standby-'));
  // Root lends it to the user that PostgreSQL runs as.
  chmodSync(home, 0o755);
  const options = { dataDirectory: dataOf('primary'), superuserPassword };
  primary = await startPostgres(options);
  await asAdministrator(primary, (sql) =>
    sql.query('SELECT pg_create_physical_replication_slot($1, true)', [slot]),
  );
  // A copy of a server that stands still is a base backup.
  await primary.stop();
  execFileSync('cp', ['-a', dataOf('primary'), dataOf('standby')]);
  writeFileSync(join(dataOf('standby'), 'standby.signal'), '');
  primary = await startPostgres(options);
  await startStandby();
  evaluation = await startEvaluation({ postgresUrl: primary.url });
  unionOf = await knownUnion(evaluation, '1.4.');
  evaluator = actorWith({ roles: [['evaluator', unionOf.id, unionOf.path]] });
  systemId = await publishedSystem(evaluation, unionOf.id, evaluator);
}, startUpMs);

afterAll(async () => {
  await evaluation?.stop();
  await standby?.stop();
  await primary?.stop();
  for (const name of ['primary', 'standby']) removePostgresData(dataOf(name));
  rmSync(home, { recursive: true, force: true });
}, startUpMs);

async function startStandby(): Promise<void> {
  const password = `'${superuserPassword}'`;
  standby = await startPostgres({
    dataDirectory: dataOf('standby'),
    superuserPassword,
    settings: {
      primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres password=${password}`,
      primary_slot_name: slot,
    },
  });
}

async function asAdministrator<Result>(
  server: RunningServer,
  work: (sql: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The process by which the standby is told what the primary writes. */
function receiver(): Promise<number> {
  return eventually(async () => {
    if (standby === null) throw new Error('there is no standby');
    const { rows } = await asAdministrator(standby, (sql) =>
      sql.query<{ pid: number }>(`SELECT pid FROM pg_stat_wal_receiver WHERE status = 'streaming'`),
    );
    if (rows[0] === undefined) throw new Error('the standby is not streaming');
    return rows[0].pid;
  });
}

/** A survey that is closed, with its results. @returns its id */
async function closed(): Promise<string> {
  const activity = await knownActivity(evaluation, unionOf, 5);
  const now = evaluation.clock.now().getTime();
  const survey = await evaluation.ask(
    surveyContract.create,
    {
      activityId: activity.id,
      indicatorSystemId: systemId,
      questions: [],
      opensAt: new Date(now).toISOString(),
      closesAt: new Date(now + 24 * hourMs).toISOString(),
    },
    evaluator,
  );
  await closeSurvey(evaluation, survey.id, evaluator);
  return survey.id;
}

/** Lets the key's turn come, so many times, a second after one another. */
async function turns(surveyId: string, count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await eventually(async () => {
      const rows: { at: Date }[] = await evaluation.dataSource.query(
        `SELECT due_at AS at FROM due WHERE kind = 'survey-key' AND key = $1 AND payload ? 'lsn'`,
        [surveyId],
      );
      // It was looked at, and is looked at again in a second.
      expect(rows[0]?.at.getTime()).toBe(evaluation.clock.now().getTime() + 1_000);
    });
    evaluation.clock.advance(1_000);
  }
}

const keyOf = (surveyId: string) => evaluation.app.get(KeyDirectory).find(surveyId);

describe('the key of a survey that is closed', () => {
  it('goes at once where the standby keeps up', async () => {
    await receiver();
    const before = evaluation.clock.now().getTime();
    const surveyId = await closed();
    await eventually(async () => {
      evaluation.clock.advance(1_000);
      expect(await keyOf(surveyId)).toBe('destroyed');
    });
    expect(evaluation.clock.now().getTime() - before).toBeLessThan(hourMs);
  });

  it('stays while a standby lags behind the results, and goes once it has written them', async () => {
    const pid = await receiver();
    process.kill(pid, 'SIGSTOP');
    let surveyId: string;
    try {
      surveyId = await closed();
      await turns(surveyId, 5);
      expect(await keyOf(surveyId)).toHaveProperty('privateKey');
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    const before = evaluation.clock.now().getTime();
    await eventually(async () => {
      evaluation.clock.advance(1_000);
      expect(await keyOf(surveyId)).toBe('destroyed');
    });
    expect(evaluation.clock.now().getTime() - before).toBeLessThan(hourMs);
  });

  it('waits for a standby that is down as well, and an hour at most', async () => {
    await receiver();
    await standby?.stop();
    standby = null;
    const surveyId = await closed();
    await turns(surveyId, 3);
    expect(await keyOf(surveyId)).toHaveProperty('privateKey');
    evaluation.clock.advance(hourMs);
    await eventually(async () => expect(await keyOf(surveyId)).toBe('destroyed'));
  });
});
