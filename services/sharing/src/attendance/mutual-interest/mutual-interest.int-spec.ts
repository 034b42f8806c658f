import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import {
  mutualInterestContract,
  type MutualInterestView,
} from '@gongxiang/contracts/sharing/attendance/mutual-interest.contract';
import { consentEvents } from '@gongxiang/contracts/words/consent';
import { registrationAnswersContract } from '@gongxiang/contracts/sharing/seats/registration-answers.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { eventually, hearHints, type ServiceFixture } from '@gongxiang/testing';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

const see = (activityId: string, person: Actor): Promise<MutualInterestView> =>
  sharing.ask(mutualInterestContract.get, { activityId }, person);

function takePart(activityId: string, person: Actor, tag: string) {
  const card = { tag, introduction: `我是${tag}`, contact: `微信 ${tag}`, consentVersion: 1 };
  return sharing.ask(mutualInterestContract.takePart, { activityId, ...card }, person);
}

async function idOf(activityId: string, viewer: Actor, tag: string): Promise<string> {
  const found = (await see(activityId, viewer)).participants.find((one) => one.tag === tag);
  if (found === undefined) throw new Error(`${tag} is not in the list`);
  return found.id;
}

async function choose(activityId: string, person: Actor, tag: string) {
  const request = { activityId, participantId: await idOf(activityId, person, tag) };
  return sharing.send(mutualInterestContract.choose, request, person);
}

async function withdraw(activityId: string, person: Actor, participantId: string) {
  return sharing.send(mutualInterestContract.withdraw, { activityId, participantId }, person);
}

const names = ['安', '白', '陈', '丁', '方', '高', '韩'] as const;

/** An activity that begins in a minute. */
function aboutToBegin(): Promise<string> {
  const now = sharing.clock.now().getTime();
  const startsAt = new Date(now + 60_000);
  const times = { startsAt, signUpClosesAt: startsAt, endsAt: new Date(now + 2 * 3_600_000) };
  return stage.activity(host, { kind: 'matchmaking', ...times });
}

/** An activity that has begun, with so many people who attended, checked in and participate. */
async function evening(count: number) {
  const activityId = await aboutToBegin();
  await stage.pool(activityId, host, 50);
  const people = await stage.members(host, count + 1);
  const views = await stage.line(activityId, people);
  sharing.clock.advance(120_000);
  const items = views.slice(0, count).map(({ id: registrationId }) => ({
    operationId: newId(),
    at: sharing.clock.now().toISOString(),
    registrationId,
  }));
  await sharing.ask(checkInContract.checkIn, { activityId, items }, host.officer);
  for (const [index, person] of people.slice(0, count).entries())
    await takePart(activityId, person, names[index] ?? '');
  const person = (index: number): Actor => people[index] as Actor;
  return { activityId, person, absent: person(count) };
}

async function transactionsOf(rows: string): Promise<string[]> {
  const found = await sharing.dataSource.query(`SELECT DISTINCT xmin::text FROM ${rows} ORDER BY 1`);
  return (found as { xmin: string }[]).map(({ xmin }) => xmin);
}

/** The transactions that wrote the name of an actor. */
async function transactionsNamed(): Promise<string[][]> {
  return Promise.all([transactionsOf('idempotency'), transactionsOf('audit_record')]);
}

/** The tables in which these transactions wrote rows that still exist. */
async function tablesOf(transactions: readonly string[]): Promise<string[]> {
  const tables = await sharing.dataSource.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const written: string[] = [];
  for (const { name } of tables as { name: string }[]) {
    const rows = await sharing.dataSource.query(
      `SELECT 1 FROM "${name}" WHERE xmin::text = ANY($1) LIMIT 1`,
      [transactions],
    );
    if ((rows as unknown[]).length > 0) written.push(name);
  }
  return written;
}

/** Everything a person can read of an activity, byte for byte. */
async function allThatIsSeen(activityId: string, caller: Actor): Promise<string> {
  const asked = await Promise.allSettled([
    sharing.ask(mutualInterestContract.get, { activityId }, caller),
    sharing.ask(activityContract.get, { activityId }, caller),
    sharing.ask(poolContract.list, { activityId }, caller),
    sharing.ask(registrationContract.list, { activityId }, caller),
    sharing.ask(registrationContract.mine, { activityId }, caller),
    sharing.ask(registrationAnswersContract.list, { activityId }, caller),
    sharing.ask(registrationAnswersContract.summary, { activityId }, caller),
    sharing.ask(checkInContract.attendance, { activityId }, caller),
  ]);
  return JSON.stringify(asked);
}

/** Its rows in the database, except the sealed values. */
async function recorded(activityId: string): Promise<string> {
  const trail = await sharing.dataSource.query(
    `SELECT action, noun, subject_id, before, after FROM audit_record WHERE subject_id = $1 ORDER BY id`,
    [activityId],
  );
  const events = await sharing.dataSource.query('SELECT count(*)::int AS count FROM outbox');
  return JSON.stringify([trail, events]);
}

describe('who takes part', () => {
  it('was there and checked in; the others learn the tag and the introduction, but not the line', async () => {
    const { activityId, person, absent } = await evening(2);
    await expect(takePart(activityId, absent, '没来')).rejects.toMatchObject({ code: 'INTEREST_NOT_THERE' });
    expect(await see(activityId, absent)).toMatchObject({ wasThere: false, me: null, participants: [] });
    const seen = await see(activityId, person(0));
    expect(seen).toMatchObject({
      step: 'open',
      wasThere: true,
      me: { tag: '安' },
      choicesLeft: 5,
      matches: [],
      participants: [{ tag: '白', introduction: '我是白', chosen: false }],
    });
    expect(JSON.stringify(seen.participants)).not.toContain('微信');
  });

  it('is nobody before the start, of another kind of activity, or of a draft', async () => {
    const [me] = (await stage.members(host, 1)) as [Actor];
    const ahead = await stage.activity(host, { kind: 'matchmaking' });
    await expect(takePart(ahead, me, '早')).rejects.toMatchObject({ code: 'INTEREST_NOT_BEGUN' });
    const sports = await stage.activity(host);
    await expect(takePart(sports, me, '错')).rejects.toMatchObject({ code: 'INTEREST_NOT_OFFERED' });
    const draft = await stage.activity(host, { kind: 'matchmaking', state: 'draft', publishedAt: null });
    await expect(see(draft, me)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(see(draft, host.officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('sees those of the other sex where the seats were of each sex, as each person’s own record says', async () => {
    const activityId = await aboutToBegin();
    const women = await stage.pool(activityId, host, 5, undefined, { sex: 'female' });
    const men = await stage.pool(activityId, host, 5, undefined, { sex: 'male' });
    const anna = (await stage.members(host, 1, { sex: 'female' }))[0] as Actor;
    const bea = (await stage.members(host, 1, { sex: 'female' }))[0] as Actor;
    const carl = (await stage.members(host, 1, { sex: 'male' }))[0] as Actor;
    const unknown = (await stage.members(host, 1))[0] as Actor;
    const views = await stage.line(activityId, [anna, bea, carl]);
    expect(views.map(({ pool }) => pool)).toEqual([women.id, women.id, men.id]);
    await expect(stage.register(activityId, unknown)).rejects.toMatchObject({ code: 'NO_POOL_FOR_YOU' });
    sharing.clock.advance(120_000);
    const at = sharing.clock.now().toISOString();
    const items = views.map(({ id: registrationId }) => ({ operationId: newId(), at, registrationId }));
    await sharing.ask(checkInContract.checkIn, { activityId, items }, host.officer);
    for (const [person, tag] of [
      [anna, '安'],
      [bea, '白'],
      [carl, '陈'],
    ] as const)
      await takePart(activityId, person, tag);
    const tagsFor = async (who: Actor) => (await see(activityId, who)).participants.map(({ tag }) => tag);
    expect(await tagsFor(anna)).toEqual(['陈']);
    expect(await tagsFor(carl)).toEqual(['安', '白']);
  });

  it('seats of a sex are for matchmaking alone', async () => {
    const sports = await stage.activity(host);
    await expect(stage.pool(sports, host, 5, undefined, { sex: 'male' })).rejects.toMatchObject({
      code: 'POOL_OF_SEX_UNFIT',
      errors: [{ pointer: '/sex' }],
    });
  });
});

describe('a yes', () => {
  it('is secret: with it everything that anybody else can read is the same, byte for byte', async () => {
    const { activityId, person, absent } = await evening(3);
    const onlookers = [
      person(1),
      person(2),
      absent,
      host.officer,
      (await stage.members(host, 1))[0] as Actor,
    ];
    const look = async () =>
      Promise.all([...onlookers.map((one) => allThatIsSeen(activityId, one)), recorded(activityId)]);
    const before = await look();
    const heard = await hearHints(sharing.nats);
    await choose(activityId, person(0), '白');
    expect(await look()).toEqual(before);
    expect((await see(activityId, person(0))).participants).toMatchObject([
      { tag: '白', chosen: true },
      { tag: '陈', chosen: false },
    ]);
    await withdraw(activityId, person(0), await idOf(activityId, person(0), '白'));
    expect(await look()).toEqual(before);
    expect(heard).toEqual([]);
  });

  it('leaves nothing behind by which the tables, or the kept answers, say who likes whom', async () => {
    const { activityId, person } = await evening(2);
    await choose(activityId, person(0), '白');
    const rows = await sharing.dataSource.query('SELECT * FROM interest_choice WHERE activity_id = $1', [
      activityId,
    ]);
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0] as object)).toEqual(['activity_id', 'choice_hash']);
    const sealed = await sharing.dataSource.query(
      `SELECT coalesce(string_agg(to_jsonb(p)::text, ''), '') AS text FROM interest_participant p WHERE activity_id = $1`,
      [activityId],
    );
    expect(JSON.stringify(sealed)).not.toMatch(/微信|我是/);
    const stored = await sharing.dataSource.query(`SELECT to_jsonb(k)::text AS text FROM idempotency k`);
    const texts = JSON.stringify(
      (stored as { text: string }[]).filter(({ text }) => text.includes('mutualInterest')),
    );
    expect(texts).not.toMatch(/微信|我是/);
    expect(texts).not.toContain(await idOf(activityId, person(0), '白'));
  });

  it('shares its transaction with no row that names anybody; nor does what takes it back', async () => {
    const { activityId, person } = await evening(3);
    const before = await transactionsNamed();
    await choose(activityId, person(0), '白');
    await choose(activityId, person(1), '安');
    await choose(activityId, person(2), '安');
    const tables = await tablesOf(
      await transactionsOf(`interest_choice WHERE activity_id = '${activityId}'`),
    );
    // The due work names only the activity.
    expect(tables).toEqual(['due', 'interest_choice', 'interest_match']);
    await withdraw(activityId, person(0), await idOf(activityId, person(0), '白'));
    expect(await transactionsNamed()).toEqual(before);
  });

  it('is one of five at most, and counts once', async () => {
    const { activityId, person } = await evening(7);
    for (const tag of names.slice(1, 6)) await choose(activityId, person(0), tag);
    expect((await choose(activityId, person(0), '白')).existing).toBe(true);
    await expect(choose(activityId, person(0), '韩')).rejects.toMatchObject({
      code: 'INTEREST_CHOICES_USED',
      params: { max: 5 },
    });
    await withdraw(activityId, person(0), await idOf(activityId, person(0), '白'));
    await choose(activityId, person(0), '韩');
    expect(await see(activityId, person(0))).toMatchObject({ choicesLeft: 0 });
  });

  it('is refused to whoever takes no part, and for an id that is another’s', async () => {
    const { activityId, person, absent } = await evening(2);
    const participantId = await idOf(activityId, person(0), '白');
    const ask = (who: Actor, id: string) =>
      sharing.ask(mutualInterestContract.choose, { activityId, participantId: id }, who);
    await expect(ask(absent, participantId)).rejects.toMatchObject({ code: 'INTEREST_NOT_THERE' });
    await expect(ask(person(1), participantId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask(person(0), person(1).personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('two who say yes to each other', () => {
  it('both learn it, each the other’s line, and their pages at once; nobody else does', async () => {
    const { activityId, person } = await evening(3);
    const third = await allThatIsSeen(activityId, person(2));
    const officer = await allThatIsSeen(activityId, host.officer);
    const heard = await hearHints(sharing.nats);
    await choose(activityId, person(0), '白');
    await choose(activityId, person(1), '安');
    expect((await see(activityId, person(0))).matches).toMatchObject([
      { tag: '白', contact: '微信 白', ended: false },
    ]);
    expect((await see(activityId, person(1))).matches).toMatchObject([
      { tag: '安', contact: '微信 安', ended: false },
    ]);
    await eventually(() => {
      const received = heard.map(({ personId, resource }) => [personId, resource]);
      expect(received).toEqual([
        [person(1).personId, 'mutualInterest'],
        [person(0).personId, 'mutualInterest'],
      ]);
    });
    expect(await allThatIsSeen(activityId, person(2))).toBe(third);
    expect(await allThatIsSeen(activityId, host.officer)).toBe(officer);
  });

  it('E01: at the same moment, find each other all the same, once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { activityId, person } = await evening(2);
      await Promise.all([choose(activityId, person(0), '白'), choose(activityId, person(1), '安')]);
      for (const index of [0, 1]) expect((await see(activityId, person(index))).matches).toHaveLength(1);
    }
  });

  it('lose each other’s line when one of them withdraws, and see that it has ended', async () => {
    const { activityId, person } = await evening(2);
    await choose(activityId, person(0), '白');
    await choose(activityId, person(1), '安');
    await withdraw(activityId, person(1), await idOf(activityId, person(1), '安'));
    for (const index of [0, 1])
      expect((await see(activityId, person(index))).matches).toMatchObject([{ contact: null, ended: true }]);
    const rows = await sharing.dataSource.query('SELECT ended FROM interest_match WHERE activity_id = $1', [
      activityId,
    ]);
    expect(rows).toEqual([{ ended: true }, { ended: true }]);
    // The other's yes still stands: after another yes they match again.
    await choose(activityId, person(1), '安');
    expect((await see(activityId, person(0))).matches).toMatchObject([{ contact: '微信 白', ended: false }]);
  });

  it('lose it too when one of them takes part no more', async () => {
    const { activityId, person } = await evening(2);
    await choose(activityId, person(0), '白');
    await choose(activityId, person(1), '安');
    await sharing.ask(mutualInterestContract.leave, { activityId }, person(0));
    expect((await see(activityId, person(1))).matches).toMatchObject([{ contact: null, ended: true }]);
    expect((await see(activityId, person(1))).participants).toEqual([]);
  });

  it('keep each other’s line for 90 days after choices were erased', async () => {
    const { activityId, person } = await evening(3);
    await choose(activityId, person(0), '白');
    await choose(activityId, person(1), '安');
    await choose(activityId, person(2), '安');
    const count = async (table: string) => {
      const [row] = await sharing.dataSource.query(
        `SELECT count(*)::int AS count FROM ${table} WHERE activity_id = $1`,
        [activityId],
      );
      return (row as { count: number }).count;
    };
    sharing.clock.advance(8 * dayMs);
    await eventually(async () => {
      expect([await count('interest_choice'), await count('interest_participant')]).toEqual([0, 0]);
    });
    const over = await see(activityId, person(0));
    expect(over).toMatchObject({
      step: 'over',
      participants: [],
      me: null,
      matches: [{ contact: '微信 白' }],
    });
    await expect(takePart(activityId, person(0), '安')).rejects.toMatchObject({ code: 'INTEREST_OVER' });
    sharing.clock.advance(90 * dayMs);
    await eventually(async () => expect(await count('interest_match')).toBe(0));
    expect((await see(activityId, person(0))).matches).toEqual([]);
  });

  it('takes no part without consent to the present text, and none any more once it is withdrawn', async () => {
    const { activityId, person } = await evening(3);
    const [me, other] = [person(0), person(1)];
    await choose(activityId, me, '白');
    await choose(activityId, other, '安');
    expect((await see(activityId, other)).matches).toHaveLength(1);
    const { personId } = me;
    const decision = { personId, purpose: 'mutualInterest', textVersion: 1 } as const;
    const at = (seconds: number): string =>
      new Date(sharing.clock.now().getTime() + seconds * 1_000).toISOString();
    await sharing.emit(consentEvents.changed, { ...decision, given: false, at: at(10) });
    await eventually(async () => expect((await see(activityId, me)).me).toBeNull());
    const seen = await see(activityId, other);
    expect(seen.participants.map(({ tag }) => tag)).toEqual(['陈']);
    expect(seen.matches).toMatchObject([{ ended: true, contact: null }]);
    // A consent of before that is heard later changes nothing.
    await sharing.emit(consentEvents.changed, { ...decision, given: true, at: at(5) });
    sharing.clock.advance(20_000);
    const card = { activityId, tag: '安', contact: '微信 安' };
    await expect(sharing.ask(mutualInterestContract.takePart, card, me)).rejects.toMatchObject({
      code: 'CONSENT_NEEDED',
      errors: [{ pointer: '/consentVersion' }],
    });
    expect((await see(activityId, me)).consentAsked).toBe(1);
    await takePart(activityId, me, '安');
    expect((await see(activityId, me)).consentAsked).toBeNull();
    expect(await sharing.recorded(consentEvents.given)).toContainEqual(
      expect.objectContaining({ personId, textVersion: 1, given: true }),
    );
    await sharing.emit(consentEvents.textPublished, { purpose: 'mutualInterest', version: 2 });
    await eventually(async () => expect((await see(activityId, me)).consentAsked).toBe(2));
    await expect(takePart(activityId, me, '安')).rejects.toMatchObject({ code: 'CONSENT_NEEDED' });
  });
});
