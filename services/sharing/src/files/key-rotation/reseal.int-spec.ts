import { randomBytes } from 'node:crypto';
import { signUpFormContract } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import { registrationAnswersContract } from '@gongxiang/contracts/sharing/seats/registration-answers.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { Actor } from '@gongxiang/domain';
import { CONFIG, serve } from '@gongxiang/messaging/service';
import {
  type Cipher,
  createDataSource,
  dataCipher,
  keptAnswers,
  reseal,
  Transactions,
} from '@gongxiang/persistence';
import { type ServiceFixture, testPassword } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { SharingConfig } from '../../config/config.js';
import { DrawStage } from '../../seats/draw/draw.fixture.js';
import type { KnownUnion } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { SharingModule } from '../../sharing.module.js';
import { question } from '../../activities/sign-up-form/sign-up-form.fixture.js';
import { sealedPlaces } from './sealed-places.js';

const [present, previous] = [1, 2].map(() => randomBytes(32).toString('base64')) as [string, string];
const cipherOf = (dataKey: string, dataKeyPrevious: string): Cipher =>
  dataCipher({ dataKey, dataKeyPrevious });
const child = '欧阳小未';
const allergy = '对花生过敏';
const emergency = '13986127354';

let sharing: ServiceFixture;
let owner: DataSource;
let stage: DrawStage;
let host: KnownUnion;
let person: Actor;
let entrant: Actor;
let registrationId: string;
let drawId: string;

beforeAll(async () => {
  sharing = await startSharing({ config: { dataKey: present, dataKeyPrevious: previous } });
  const url = new URL(sharing.app.get<SharingConfig>(CONFIG).databaseUrl);
  [url.username, url.password] = ['sharing_owner', testPassword];
  owner = await createDataSource({ url: url.href, schema: 'sharing', entities: [] }).initialize();
  stage = new DrawStage(sharing);
  host = await stage.union();
  [person, entrant] = (await stage.members(host, 2)) as [Actor, Actor];
  const said = { companions: [{ name: child }], answers: { illness: allergy, call: emergency } };
  const activityId = await asking();
  ({ id: registrationId } = await sharing.ask(
    registrationContract.register,
    { activityId, ...said },
    person,
  ));
  const drawn = await asking({ hours: 2 });
  const draw = await stage.opened(drawn, host);
  drawId = draw.id;
  await stage.enter(draw, entrant, said);
});

afterAll(async () => {
  await owner?.destroy();
  await sharing?.stop();
});

/** An activity with two sign-up questions. */
async function asking(opens: { readonly hours: number } | null = null): Promise<string> {
  const activityId = await stage.activity(host, opens ? { signUpOpensAt: hoursOn(opens.hours) } : {});
  await stage.pool(activityId, host, 5);
  const questions = [
    question({ id: 'illness', title: '健康情况' }),
    question({ id: 'call', kind: 'phone', title: '紧急联系电话' }),
  ];
  await sharing.ask(signUpFormContract.save, { activityId, questions }, host.officer, { ifMatch: 0 });
  return activityId;
}

function hoursOn(hours: number): Date {
  return new Date(sharing.clock.now().getTime() + hours * 3_600_000);
}

const tables = ['registration_companion', 'registration', 'draw_entry', 'draw', 'idempotency'];

/** The content of these tables, as text. */
async function stored(): Promise<string> {
  const lines = tables.map((table) => `SELECT to_jsonb(t)::text AS line FROM ${table} t`);
  const rows: { line: string }[] = await owner.query(lines.join(' UNION ALL '));
  return rows.map(({ line }) => line).join('\n');
}

async function seen(): Promise<unknown> {
  const { companions } = await sharing.ask(registrationContract.get, { registrationId }, person);
  const { answers } = await sharing.ask(registrationAnswersContract.get, { registrationId }, person);
  return [companions.map(({ name }) => name), answers];
}

const everything = [[child], { illness: allergy, call: emergency }];

describe('what people say at sign-up', () => {
  it('is in no table in clear, and is read by whom it is for', async () => {
    const all = await stored();
    for (const value of [child, allergy, emergency])
      expect([value, all.includes(value)]).toEqual([value, false]);
    expect(await seen()).toEqual(everything);
  });

  it('is refused by the database where it comes plain', async () => {
    const plain = `UPDATE registration_companion SET sealed_name = '${child}'`;
    await expect(sharing.dataSource.query(plain)).rejects.toThrow(/registration_companion_sealed/);
  });

  it('is sealed when the service starts where an earlier version kept it plain', async () => {
    const signUp = {
      companions: [{ name: child }],
      answers: { all: { illness: allergy }, heads: [] },
      formVersion: 1,
    };
    const answers = { all: { illness: allergy, call: emergency }, heads: [] };
    // The state after the migrations of 0.1: plain, unchecked, and scheduled for sealing.
    await owner.query(`
      ALTER TABLE registration_companion DROP CONSTRAINT registration_companion_sealed;
      ALTER TABLE registration DROP CONSTRAINT registration_sealed;
      ALTER TABLE draw_entry DROP CONSTRAINT draw_entry_sealed;
      INSERT INTO unsealed_table VALUES ('registration_companion'), ('registration'), ('draw_entry');
    `);
    await owner.query('UPDATE registration_companion SET sealed_name = $1', [child]);
    await owner.query('UPDATE registration SET sealed_answers = $1', [JSON.stringify(answers)]);
    await owner.query('UPDATE draw_entry SET sealed_sign_up = $1', [JSON.stringify(signUp)]);
    expect(await stored()).toContain(child);

    const config = { ...sharing.app.get<SharingConfig>(CONFIG) };
    const later = await serve('sharing', SharingModule.with(config, sharing.clock), config);
    const all = await stored();
    await later.close();
    expect(await owner.query('SELECT name FROM unsealed_table')).toEqual([]);
    for (const value of [child, allergy, emergency])
      expect([value, all.includes(value)]).toEqual([value, false]);
    expect(await seen()).toEqual(everything);
  });

  it('is sealed anew under the next key, secrets of open draws too, while people work', async () => {
    const places = [...sealedPlaces, keptAnswers];
    const marks = [cipherOf(present, previous).mark, cipherOf(previous, present).mark] as const;
    const run = (cipher: Cipher) =>
      reseal(new Transactions(sharing.dataSource, sharing.clock, cipher), {
        service: 'sharing',
        places,
        cipher,
        rowsMax: 2,
      });
    const away = await run(cipherOf(previous, present));
    expect(away).toMatchObject({ left: 0, problems: [] });
    expect(await stored()).not.toContain(marks[0]);
    expect(await seen()).toEqual(everything);
    const { resealed } = await run(cipherOf(present, previous));
    expect(resealed).toBe(away.resealed);
    expect(await stored()).not.toContain(marks[1]);
    expect(await seen()).toEqual(everything);
  });

  it('of a draw goes into the registration, and stands in no other row', async () => {
    await stage.drawn(await stage.see({ id: drawId } as Parameters<typeof stage.see>[0], entrant), entrant);
    const { items } = await sharing.ask(registrationContract.mine, {}, entrant);
    const mine = { registrationId: items[0]?.id ?? '' };
    const { companions } = await sharing.ask(registrationContract.get, mine, entrant);
    const { answers } = await sharing.ask(registrationAnswersContract.get, mine, entrant);
    expect([companions.map(({ name }) => name), answers]).toEqual([[child], { illness: allergy }]);
    expect(await owner.query('SELECT 1 FROM draw_entry WHERE sealed_sign_up IS NOT NULL')).toEqual([]);
  });
});
