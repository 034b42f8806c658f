import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { householdContract } from '@gongxiang/contracts/affairs/matters/household.contract';
import { matterContract, type MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import { matterStepContract } from '@gongxiang/contracts/affairs/matters/matter-step.contract';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { personMergeEvents } from '@gongxiang/contracts/words/person-merge';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import {
  plantPerson,
  plantService,
  plantTree,
  readMatter,
  sendMatter,
  type Tree,
} from '../matters.fixture.js';

const definition = {
  secondPerson: false,
  steps: [
    { id: 'authority', kind: 'signatures', label: '成年家庭成员签字授权' },
    { id: 'visit', kind: 'record', label: '入户核实' },
    { id: 'plan', kind: 'householdPlan', label: '一户一策帮扶计划' },
    { id: 'lifted', kind: 'record', label: '脱困评估' },
  ],
  outcomes: [
    { id: 'lifted', label: '已脱困，结档', needs: ['plan', 'lifted'] },
    { id: 'joined', label: '并入本户帮扶计划，结档', needs: ['authority'], needsFailed: ['plan'] },
    { id: 'refused', label: '不符合建档条件' },
  ],
} as const satisfies Partial<Record<keyof ServiceDefinition, unknown>>;

const plan: StepWords = { text: '助学金，爱人介绍工作。', responsible: '刘主席', helper: '周师傅' };
const joins: StepWords = { text: '爱人所在工会已有计划。', joins: true };

let affairs: ServiceFixture;
let tree: Tree;
let serviceId: string;
/** Of the federation, who sees the members of all unions. */
let federation: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  federation = await plantPerson(affairs, tree.root, 'officer');
  serviceId = (await plantService(affairs, tree.root.id, federation, definition as never)).id;
});
afterAll(() => affairs.stop());

/** A matter of a member of the left union or the right one, in the hands of an officer there. */
async function taken(
  where: 'left' | 'right',
  person?: Actor,
  ofService = serviceId,
): Promise<{ id: string; officer: Actor; person: Actor }> {
  const bringer = person ?? (await plantPerson(affairs, tree[where]));
  const officer = await plantPerson(affairs, tree[where], 'officer');
  const { id } = await sendMatter(affairs, ofService, bringer);
  await affairs.ask(matterContract.take, { matterId: id }, officer, { ifMatch: 1 });
  return { id, officer, person: bringer };
}

type Taken = Awaited<ReturnType<typeof taken>>;

async function versionOf({ id, officer }: Taken): Promise<{ readonly ifMatch: number }> {
  return { ifMatch: (await readMatter(affairs, id, officer)).version };
}

async function write(matter: Taken, stepId: string, words: StepWords): Promise<MatterView> {
  const request = { matterId: matter.id, stepId, ...words };
  return affairs.ask(matterStepContract.write, request, matter.officer, await versionOf(matter));
}

async function signed(matter: Taken): Promise<void> {
  await write(matter, 'authority', { adults: 2, signed: ['王五', '李四'] });
}

async function visited(matter: Taken): Promise<void> {
  await signed(matter);
  await write(matter, 'visit', { text: '情况属实' });
}

/** An officer of the federation has it in hand for a moment, as they see members of both unions. */
async function declare(matter: Taken, person: Actor, actor = federation): Promise<MatterView> {
  const give = async (to: Actor): Promise<void> => {
    const sql = 'UPDATE matter SET handler_id = $2 WHERE id = $1';
    await affairs.dataSource.query(sql, [matter.id, to.personId]);
  };
  await give(actor);
  const request = { matterId: matter.id, personId: person.personId };
  const ifMatch = (await readMatter(affairs, matter.id, actor)).version;
  const view = await affairs.ask(householdContract.addPerson, request, actor, { ifMatch });
  await give(matter.officer);
  return view;
}

async function decide(matter: Taken, outcome: string): Promise<MatterView> {
  const request = { matterId: matter.id, outcome, reasons: '见各步记录。' };
  return affairs.ask(matterContract.decide, request, matter.officer, await versionOf(matter));
}

function planStep(view: MatterView) {
  return view.steps.find(({ id }) => id === 'plan');
}

/** Two matters of one couple, each at its union. */
async function couple(): Promise<{ first: Taken; second: Taken }> {
  const first = await taken('left');
  const second = await taken('right');
  await declare(second, first.person);
  return { first, second };
}

describe('one household, one plan', () => {
  it('refuses a second plan, and says which union has the first and nothing else', async () => {
    const { first, second } = await couple();
    await visited(first);
    await visited(second);
    await write(first, 'plan', plan);
    const refusal = await write(second, 'plan', plan).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'HOUSEHOLD_HAS_PLAN', params: { unionName: '江城重工工会' } });
    const { number } = await readMatter(affairs, first.id, first.officer);
    expect(JSON.stringify(refusal)).not.toContain(number);
    expect(JSON.stringify(refusal)).not.toContain(first.person.personId);
    await expect(readMatter(affairs, first.id, second.officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of twenty plans that are agreed at the same moment lets one win', async () => {
    const shared = await plantPerson(affairs, tree.left);
    const matters: Taken[] = [];
    for (let at = 0; at < 20; at += 1) {
      const matter = await taken(at % 2 === 0 ? 'left' : 'right');
      await declare(matter, shared);
      await visited(matter);
      matters.push(matter);
    }
    const results = await Promise.allSettled(matters.map((matter) => write(matter, 'plan', plan)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 19 }, () => 'HOUSEHOLD_HAS_PLAN'));
    const open = await affairs.dataSource.query(
      'SELECT 1 FROM household_plan WHERE ended_at IS NULL AND matter_id = ANY($1)',
      [matters.map(({ id }) => id)],
    );
    expect(open).toHaveLength(1);
  }, 120_000);

  it('lets the second matter join, and end only with a reason that rests on that', async () => {
    const { first, second } = await couple();
    await expect(write(second, 'plan', joins)).rejects.toMatchObject({ code: 'HOUSEHOLD_UNSIGNED' });
    await signed(second);
    await expect(write(second, 'plan', joins)).rejects.toMatchObject({ code: 'HOUSEHOLD_HAS_NO_PLAN' });
    await expect(decide(second, 'joined')).rejects.toMatchObject({ code: 'MATTER_STEP_NEEDED' });
    await visited(first);
    await write(first, 'plan', plan);
    const joined = await write(second, 'plan', joins);
    expect(planStep(joined)).toMatchObject({ progress: 'failed', writable: false, joinable: false });
    const elsewhere = { own: false, unionName: '江城重工工会', matterId: null };
    const shown = { ...elsewhere, joinedBy: [], conflictsWith: null };
    expect(joined.household?.plan).toEqual(shown);
    expect((await readMatter(affairs, first.id, first.officer)).household?.plan).toEqual({
      own: true,
      unionName: '江城重工工会',
      matterId: null,
      joinedBy: ['绿源食品工会'],
      conflictsWith: null,
    });
    await expect(write(second, 'plan', plan)).rejects.toMatchObject({ code: 'HOUSEHOLD_PLAN_WRITTEN' });
    await expect(decide(second, 'lifted')).rejects.toMatchObject({ code: 'MATTER_OUTCOME_CONTRARY' });
    const own = await readMatter(affairs, second.id, second.person);
    expect([own.household, planStep(own)?.marks]).toEqual([null, []]);
    expect(await decide(second, 'joined')).toMatchObject({ state: 'decided' });
    // The household is bound through the matter that joined, too.
    const third = await taken('right', await plantPerson(affairs, tree.right));
    await declare(third, second.person);
    await visited(third);
    await expect(write(third, 'plan', plan)).rejects.toMatchObject({ code: 'HOUSEHOLD_HAS_PLAN' });
  });

  it('is free again once the matter of the plan is over, whichever way', async () => {
    const { first, second } = await couple();
    await visited(first);
    await visited(second);
    await write(first, 'plan', plan);
    await write(first, 'lifted', { text: '收入超过标准' });
    expect(planStep(await decide(first, 'lifted'))).toMatchObject({ progress: 'passed' });
    await write(second, 'plan', plan);
    const withdrawing = await readMatter(affairs, second.id, second.person);
    await affairs.ask(matterContract.withdraw, { matterId: second.id }, second.person, {
      ifMatch: withdrawing.version,
    });
    const third = await taken('left');
    await declare(third, second.person);
    await visited(third);
    await write(third, 'plan', plan);
    // What is reopened has to agree on its plan anew, and finds that there is another.
    const before = await readMatter(affairs, first.id, first.person);
    await affairs.ask(matterContract.reopen, { matterId: first.id, reason: '又有困难' }, first.person, {
      ifMatch: before.version,
    });
    await declare(first, third.person);
    expect(planStep(await readMatter(affairs, first.id, first.officer))).toMatchObject({ progress: 'open' });
    await expect(decide(first, 'lifted')).rejects.toMatchObject({ code: 'MATTER_STEP_NEEDED' });
    await expect(write(first, 'plan', plan)).rejects.toMatchObject({ code: 'HOUSEHOLD_HAS_PLAN' });
  });

  it('frees the household when the plan is taken back, and leaves who had joined on their own', async () => {
    const { first, second } = await couple();
    await visited(first);
    await signed(second);
    const agreed = await write(first, 'plan', plan);
    await write(second, 'plan', joins);
    const markId = planStep(agreed)?.marks[0]?.id ?? '';
    const request = { matterId: first.id, markId, reason: '登记有误' };
    await affairs.ask(matterStepContract.takeBack, request, first.officer, await versionOf(first));
    expect(planStep(await readMatter(affairs, second.id, second.officer))).toMatchObject({
      progress: 'ahead',
    });
    await expect(decide(second, 'joined')).rejects.toMatchObject({ code: 'MATTER_STEP_NEEDED' });
    await write(second, 'visit', { text: '情况属实' });
    await write(second, 'plan', plan);
  });

  it('names who answers for it and who is paired with the household', async () => {
    const matter = await taken('left');
    await visited(matter);
    const unnamed = write(matter, 'plan', { ...plan, helper: null });
    await expect(unnamed).rejects.toMatchObject({
      code: 'MATTER_STEP_VALUE',
      errors: [{ pointer: '/helper' }],
    });
    await write(matter, 'plan', plan);
    await expect(write(matter, 'plan', plan)).rejects.toMatchObject({ code: 'HOUSEHOLD_PLAN_WRITTEN' });
  });
});

const noticesOf = async (kind: string, matterId: string) =>
  (await affairs.recorded(noticeRaisedEvents.affairs))
    .filter((one) => one.kind === kind && one.about['matterId'] === matterId)
    .map(({ personIds, why, values, title }) => ({ personIds, why, values, title }));

describe('a plan that another matter joins', () => {
  it('is told of to its handlers, its applicant and the applicant of that matter, with no word of the case', async () => {
    const { first, second } = await couple();
    const colleague = await plantPerson(affairs, tree.left, 'officer');
    const asked = { matterId: first.id, personId: colleague.personId };
    await affairs.ask(matterStepContract.addColleague, asked, first.officer, await versionOf(first));
    await visited(first);
    await write(first, 'plan', plan);
    await signed(second);
    await write(second, 'plan', joins);
    const title = '借书证';
    expect(await noticesOf('householdPlanJoined', first.id)).toEqual([
      {
        personIds: [first.officer.personId, colleague.personId],
        why: 'handlesMatter',
        values: {},
        title,
      },
      { personIds: [first.person.personId], why: 'broughtMatter', values: {}, title },
    ]);
    expect(await noticesOf('householdPlanCovers', second.id)).toEqual([
      {
        personIds: [second.person.personId],
        why: 'broughtMatter',
        values: { unionName: '江城重工工会' },
        title,
      },
    ]);
  });
});

describe('a plan that is amended', () => {
  const amended: StepWords = { ...plan, text: '助学金提高。', helper: '吴师傅', reason: '孩子升学' };

  it('has a new version with its reason, and the earlier one stays', async () => {
    const { first, second } = await couple();
    await visited(first);
    await expect(write(first, 'plan', amended)).rejects.toMatchObject({ code: 'HOUSEHOLD_PLAN_NONE_HERE' });
    const agreed = await write(first, 'plan', plan);
    expect(planStep(agreed)).toMatchObject({ amendable: true, writable: false });
    await signed(second);
    await write(second, 'plan', joins);
    const changed = await write(first, 'plan', amended);
    expect(planStep(changed)).toMatchObject({
      progress: 'passed',
      marks: [{ words: { helper: '周师傅' } }, { words: { helper: '吴师傅', reason: '孩子升学' } }],
    });
    expect(changed.entries.at(-1)).toMatchObject({ event: 'householdPlanAmended', text: '孩子升学' });
    expect(changed.household?.plan).toMatchObject({ own: true, joinedBy: ['绿源食品工会'] });
    await expect(write(second, 'plan', amended)).rejects.toMatchObject({ code: 'HOUSEHOLD_PLAN_NONE_HERE' });
    // Nothing of it is for whoever brought the matter.
    const own = await readMatter(affairs, first.id, first.person);
    expect([planStep(own)?.marks, own.entries.some(({ text }) => text === '孩子升学')]).toEqual([[], false]);
  });

  it('is as before once the new version is taken back, and free only with the first', async () => {
    const matter = await taken('left');
    await visited(matter);
    await write(matter, 'plan', plan);
    const [oldest, newest] = planStep(await write(matter, 'plan', amended))?.marks ?? [];
    const takeBack = async (markId = ''): Promise<MatterView> => {
      const request = { matterId: matter.id, markId, reason: '登记有误' };
      return affairs.ask(matterStepContract.takeBack, request, matter.officer, await versionOf(matter));
    };
    await expect(takeBack(oldest?.id)).rejects.toMatchObject({ code: 'MATTER_STEP_LATER' });
    const before = await takeBack(newest?.id);
    expect(planStep(before)).toMatchObject({ progress: 'passed', marks: [{ id: oldest?.id }] });
    expect(before.household?.plan).toMatchObject({ own: true });
    expect(await takeBack(oldest?.id)).toMatchObject({ household: { plan: null } });
  });
});

describe('a plan that is amended where two decide', () => {
  const amended: StepWords = { ...plan, text: '助学金提高。', helper: '吴师傅', reason: '孩子升学' };
  let ofTwo: string;

  beforeAll(async () => {
    const twoDecide = { ...definition, secondPerson: true } as never;
    ofTwo = (await plantService(affairs, tree.root.id, federation, twoDecide)).id;
  });

  async function proposed(): Promise<Taken & { readonly second: Actor }> {
    const matter = await taken('left', undefined, ofTwo);
    await visited(matter);
    await write(matter, 'plan', plan);
    const view = await write(matter, 'plan', amended);
    expect(view).toMatchObject({ state: 'proposed', outcome: null });
    return { ...matter, second: await plantPerson(affairs, tree.left, 'officer') };
  }

  const act = async ({ id }: Taken, actor: Actor, how: 'confirm' | 'return'): Promise<MatterView> => {
    const seen = { ifMatch: (await readMatter(affairs, id, actor)).version };
    const asked = { matterId: id, reason: '请附学校的证明' };
    return affairs.ask(matterContract[how] as typeof matterContract.return, asked, actor, seen);
  };
  const takeBack = async (matter: Taken, markId = ''): Promise<MatterView> => {
    const request = { matterId: matter.id, markId, reason: '登记有误' };
    return affairs.ask(matterStepContract.takeBack, request, matter.officer, await versionOf(matter));
  };

  it('holds once the second person has confirmed it, and is not undone by one', async () => {
    const matter = await proposed();
    const waiting = await readMatter(affairs, matter.id, matter.second);
    expect(planStep(waiting)?.marks.map(({ waits, words }) => [waits, words.helper])).toEqual([
      [false, '周师傅'],
      [true, '吴师傅'],
    ]);
    expect(waiting.acts).toEqual(expect.arrayContaining([{ act: 'confirm' }, { act: 'return' }]));
    // Whoever brought it is told nothing before it holds.
    expect(await readMatter(affairs, matter.id, matter.person)).toMatchObject({ state: 'inWork' });
    await act(matter, matter.second, 'confirm');
    const confirmed = await readMatter(affairs, matter.id, matter.officer);
    expect(confirmed).toMatchObject({ state: 'inWork', outcome: null });
    const [, newest] = planStep(confirmed)?.marks ?? [];
    expect(newest).toMatchObject({ waits: false, confirmedByName: '张*', removable: false });
    expect(confirmed.entries.slice(-2).map(({ event }) => event)).toEqual([
      'householdPlanProposed',
      'householdPlanAmended',
    ]);
    await expect(takeBack(matter, newest?.id)).rejects.toMatchObject({ code: 'HOUSEHOLD_PLAN_CONFIRMED' });
    await expect(readMatter(affairs, matter.id, matter.second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is neither confirmed by whoever wrote it, nor decided on meanwhile', async () => {
    const matter = await proposed();
    await expect(act(matter, matter.officer, 'confirm')).rejects.toMatchObject({
      code: 'MATTER_SECOND_PERSON',
    });
    await expect(decide(matter, 'refused')).rejects.toMatchObject({ code: 'MATTER_STATE' });
    const sql = 'UPDATE matter_step_mark SET confirmed_by = written_by WHERE matter_id = $1';
    await expect(affairs.dataSource.query(sql, [matter.id])).rejects.toThrow('matter_step_mark_two_hands');
  });

  it.each(['is given back', 'is withdrawn with its matter'] as const)(
    'stays as it was once it %s',
    async (how) => {
      const matter = await proposed();
      if (how === 'is given back') await act(matter, matter.second, 'return');
      else {
        const { version } = await readMatter(affairs, matter.id, matter.person);
        const request = { matterId: matter.id };
        await affairs.ask(matterContract.withdraw, request, matter.person, { ifMatch: version });
      }
      const after = await readMatter(affairs, matter.id, matter.officer);
      expect(planStep(after)?.marks.map(({ words }) => words.helper)).toEqual(['周师傅']);
      expect(after.state).toBe(how === 'is given back' ? 'inWork' : 'withdrawn');
    },
  );

  it('is not proposed while the matter rests, as its time stands still then', async () => {
    const matter = await taken('left', undefined, ofTwo);
    await visited(matter);
    await write(matter, 'plan', plan);
    const request = { matterId: matter.id, until: '2099-12-31', reason: '等开学' };
    await affairs.ask(matterContract.hold, request, matter.officer, await versionOf(matter));
    await expect(write(matter, 'plan', amended)).rejects.toMatchObject({ code: 'MATTER_STATE' });
  });
});

describe('two plans of one person, whose two records were merged', () => {
  async function merged() {
    const first = await taken('left');
    const second = await taken('right');
    for (const matter of [first, second]) await visited(matter);
    await write(first, 'plan', plan);
    affairs.clock.advance(1_000);
    const agreed = await write(second, 'plan', plan);
    const merge = {
      mergeId: newId(),
      from: second.person.personId,
      into: first.person.personId,
      version: 2,
    };
    await affairs.emit(personMergeEvents.merged, merge);
    await eventually(async () => {
      const { household } = await readMatter(affairs, second.id, second.officer);
      expect(household?.plan).toMatchObject({ own: true, conflictsWith: '江城重工工会' });
    });
    return { first, second, merge, markId: planStep(agreed)?.marks[0]?.id ?? '' };
  }

  it('the later one is in conflict, of which its handlers are told, and nothing rests on it', async () => {
    const { first, second } = await merged();
    expect(await noticesOf('householdPlanConflict', second.id)).toEqual([
      {
        personIds: [second.officer.personId],
        why: 'handlesMatter',
        values: { unionName: '江城重工工会' },
        title: '借书证',
      },
    ]);
    expect(await noticesOf('householdPlanConflict', first.id)).toEqual([]);
    const view = await readMatter(affairs, second.id, second.officer);
    expect(planStep(view)).toMatchObject({
      progress: 'running',
      writable: false,
      joinable: false,
      amendable: false,
    });
    await expect(write(second, 'lifted', { text: '已脱困' })).rejects.toMatchObject({
      code: 'MATTER_STEP_AHEAD',
    });
    await expect(decide(second, 'lifted')).rejects.toMatchObject({ code: 'MATTER_STEP_NEEDED' });
    // The earlier one goes on, and the later one holds once that is over.
    expect((await readMatter(affairs, first.id, first.officer)).household?.plan?.conflictsWith).toBeNull();
    await write(first, 'lifted', { text: '收入超过标准' });
    await decide(first, 'lifted');
    expect(planStep(await readMatter(affairs, second.id, second.officer))).toMatchObject({
      progress: 'passed',
    });
  });

  it('the later one is taken back, and its matter joins the earlier', async () => {
    const { second, markId } = await merged();
    const request = { matterId: second.id, markId, reason: '同一户已有计划' };
    await affairs.ask(matterStepContract.takeBack, request, second.officer, await versionOf(second));
    await expect(write(second, 'plan', plan)).rejects.toMatchObject({ code: 'HOUSEHOLD_HAS_PLAN' });
    const joined = await write(second, 'plan', joins);
    expect(joined.household?.plan).toMatchObject({ own: false, unionName: '江城重工工会' });
  });

  it('both hold again once the merge is undone', async () => {
    const { second, merge } = await merged();
    await affairs.emit(personMergeEvents.unmerged, merge);
    await eventually(async () => {
      const view = await readMatter(affairs, second.id, second.officer);
      expect(view.household?.plan).toMatchObject({ own: true, conflictsWith: null });
      expect(planStep(view)).toMatchObject({ progress: 'passed' });
    });
    await write(second, 'lifted', { text: '收入超过标准' });
    expect(await decide(second, 'lifted')).toMatchObject({ state: 'decided' });
  });
});

describe('whoever a matter is about without having brought it', () => {
  const sees = ({ id }: Taken, actor: Actor) =>
    readMatter(affairs, id, actor).then(
      () => true,
      () => false,
    );
  const officersOf = async ({ id }: Taken, actor: Actor) =>
    (await affairs.ask(matterContract.handlers, { matterId: id }, actor)).items.map(
      ({ personId }) => personId,
    );
  const isInHandOf = async ({ id }: Taken) => {
    const [row] = await affairs.dataSource.query('SELECT handler_id AS "by" FROM matter WHERE id = $1', [id]);
    return row.by as string | null;
  };

  it('neither has it in hand any more nor is given it, whatever their office', async () => {
    const matter = await taken('left');
    const aunt = await plantPerson(affairs, tree.left, 'officer');
    const other = await plantPerson(affairs, tree.left, 'officer');
    const asked = { matterId: matter.id, personId: aunt.personId };
    await affairs.ask(matterStepContract.addColleague, asked, matter.officer, await versionOf(matter));
    expect(await sees(matter, aunt)).toBe(true);
    await declare(matter, aunt);
    expect(await sees(matter, aunt)).toBe(false);
    await eventually(async () => {
      const { colleagues } = await readMatter(affairs, matter.id, matter.officer);
      expect(colleagues).toEqual([]);
    });
    expect(await isInHandOf(matter)).toBe(matter.officer.personId);
    const fit = await officersOf(matter, matter.officer);
    expect([fit.includes(aunt.personId), fit.includes(other.personId)]).toEqual([false, true]);
    const give = async (to: Actor, by: Actor) =>
      affairs.ask(
        matterContract.assign,
        { matterId: matter.id, personId: to.personId },
        by,
        await versionOf(matter),
      );
    await expect(give(aunt, other)).rejects.toMatchObject({ code: 'MATTER_HANDLER_UNKNOWN' });
    await expect(give(other, aunt)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const desk = await affairs.ask(matterContract.list, { desk: 'all' }, aunt);
    const line = desk.items.find(({ id }) => id === matter.id);
    expect(line).toMatchObject({ topic: null, followUp: null, assignable: false, takeable: false });
  });

  it('gives it back when they say themselves that they belong to the household', async () => {
    const matter = await taken('left');
    const request = { matterId: matter.id, personId: matter.officer.personId };
    await affairs.ask(householdContract.addPerson, request, matter.officer, await versionOf(matter));
    expect(await sees(matter, matter.officer)).toBe(false);
    await eventually(async () => expect(await isInHandOf(matter)).toBeNull());
    const other = await plantPerson(affairs, tree.left, 'officer');
    const waiting = await affairs.ask(matterContract.list, { desk: 'toTake' }, other);
    const { version } = waiting.items.find(({ id }) => id === matter.id) ?? { version: 0 };
    await affairs.ask(matterContract.take, { matterId: matter.id }, other, { ifMatch: version });
    expect(await sees(matter, other)).toBe(true);
  });

  it('is also whom a matter is about that goes by the same plan', async () => {
    const { first, second: draft } = await couple();
    // Who has the first in hand turns out to be the spouse who brings the second.
    const second = await taken('left', first.officer);
    await declare(second, first.person);
    await visited(first);
    await signed(second);
    await write(first, 'plan', plan);
    expect(await sees(first, first.officer)).toBe(true);
    await write(second, 'plan', joins);
    expect(await sees(first, first.officer)).toBe(false);
    await eventually(async () => expect(await isInHandOf(first)).toBeNull());
    expect((await readMatter(affairs, second.id, first.officer)).mine).toBe(true);
    // The plan goes on: whoever takes it next has it, and matters elsewhere are not touched.
    const [open] = await affairs.dataSource.query(
      'SELECT ended_at FROM household_plan WHERE matter_id = $1',
      [first.id],
    );
    expect(open.ended_at).toBeNull();
    expect(await isInHandOf(draft)).toBe(draft.officer.personId);
    expect(await isInHandOf(second)).toBe(second.officer.personId);
  });
});

describe('the members of a household', () => {
  it('are members whom the handler sees as an officer, each once', async () => {
    const matter = await taken('left');
    const spouse = await plantPerson(affairs, tree.left);
    const stranger = await plantPerson(affairs, tree.right);
    const unknown = { code: 'HOUSEHOLD_PERSON_UNKNOWN', errors: [{ pointer: '/personId' }] };
    await expect(declare(matter, stranger, matter.officer)).rejects.toMatchObject(unknown);
    await expect(declare(matter, actorWith({}), matter.officer)).rejects.toMatchObject(unknown);
    const view = await declare(matter, spouse, matter.officer);
    const person = { personId: spouse.personId, name: '张*', unionName: '江城重工工会' };
    expect(view.household).toEqual({ persons: [person], plan: null });
    expect(view.acts).toContainEqual({ act: 'declareHousehold' });
    const again = { code: 'HOUSEHOLD_PERSON_THERE' };
    await expect(declare(matter, spouse, matter.officer)).rejects.toMatchObject(again);
    await expect(declare(matter, matter.person, matter.officer)).rejects.toMatchObject(again);
    const request = { matterId: matter.id, personId: spouse.personId };
    const removed = await affairs.ask(
      householdContract.removePerson,
      request,
      matter.officer,
      await versionOf(matter),
    );
    expect(removed.household?.persons).toEqual([]);
    const gone = affairs.ask(
      householdContract.removePerson,
      request,
      matter.officer,
      await versionOf(matter),
    );
    await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot be added to a plan while another one binds them', async () => {
    const { first, second } = await couple();
    await visited(first);
    await write(first, 'plan', plan);
    const third = await taken('left');
    await visited(third);
    await write(third, 'plan', plan);
    await expect(declare(third, first.person)).rejects.toMatchObject({ code: 'HOUSEHOLD_HAS_PLAN' });
    await signed(second);
    await write(second, 'plan', joins);
    const request = { matterId: second.id, personId: first.person.personId };
    const removing = affairs.ask(
      householdContract.removePerson,
      request,
      second.officer,
      await versionOf(second),
    );
    await expect(removing).rejects.toMatchObject({ code: 'HOUSEHOLD_PLAN_WRITTEN' });
  });

  it('are told that they belong to one, and are forgotten with their record', async () => {
    const { first, second } = await couple();
    const { page } = personDataContract('affairs');
    const told = await affairs.ask(page, {}, first.person);
    expect(JSON.stringify(told)).toContain('绿源食品工会');
    expect(JSON.stringify(told)).not.toContain((await readMatter(affairs, second.id, second.officer)).number);
    await affairs.emit(personErasureEvents.erased, { erasureId: newId(), personId: first.person.personId });
    await eventually(async () => {
      const { household } = await readMatter(affairs, second.id, second.officer);
      expect(household?.persons).toEqual([]);
    });
  });
});
