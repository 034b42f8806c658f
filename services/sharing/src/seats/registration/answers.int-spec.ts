import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type QuestionDto,
  signUpFormContract,
  type SignUpFormView,
} from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import { draftContract } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { registrationAnswersContract } from '@gongxiang/contracts/sharing/seats/registration-answers.contract';
import {
  registrationContract,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { Actor } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import { startSharing } from '../../sharing.fixture.js';
import { question, shirt, sizes } from '../../activities/sign-up-form/sign-up-form.fixture.js';
import { RegistrationRow } from './registration.entity.js';
import { type KnownUnion, Stage } from './registration.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;
let guest: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
  guest = await stage.union();
});

afterAll(() => sharing.stop());

const illness = question({ id: 'illness', title: '健康情况' });
const bus = question({ id: 'bus', kind: 'yesNo', title: '坐班车吗', visibleTo: 'hosts' });
const height = question({ id: 'height', kind: 'number', title: '身高', min: 50, max: 250, unit: '厘米' });

function save(activityId: string, questions: QuestionDto[], version = 0): Promise<SignUpFormView> {
  return sharing.ask(signUpFormContract.save, { activityId, questions }, host.officer, { ifMatch: version });
}

async function asking(questions: QuestionDto[], changes: Partial<ActivityRow> = {}) {
  const activityId = await stage.activity(host, changes);
  await stage.pool(activityId, host, 20);
  await save(activityId, questions);
  return { activityId, people: await stage.members(host, 4) };
}

function signUp(
  activityId: string,
  person: Actor,
  answers: Record<string, unknown>,
  more: object = {},
): Promise<RegistrationView> {
  return sharing.ask(registrationContract.register, { activityId, answers, ...more }, person);
}

const answersOf = (registration: RegistrationView, caller: Actor) =>
  sharing.ask(registrationAnswersContract.get, { registrationId: registration.id }, caller);
const give = (registration: RegistrationView, answers: Record<string, unknown>, caller: Actor) =>
  sharing.ask(registrationAnswersContract.give, { registrationId: registration.id, answers }, caller);
const summaryOf = (activityId: string, caller: Actor = host.officer) =>
  sharing.ask(registrationAnswersContract.summary, { activityId }, caller);
const listOf = (activityId: string, caller: Actor = host.officer) =>
  sharing.ask(registrationAnswersContract.list, { activityId }, caller);

describe('the form of an activity', () => {
  it('is a new version each time, and the activity carries its number', async () => {
    const { activityId } = await asking([shirt]);
    expect(await save(activityId, [shirt, bus], 1)).toMatchObject({ version: 2, keepDays: 180 });
    const row = await sharing.dataSource.manager.findOneByOrFail(ActivityRow, { id: activityId });
    expect(row.formVersion).toBe(2);
    const { items } = await sharing.ask(signUpFormContract.versions, { activityId }, host.officer);
    expect(items).toMatchObject([
      { version: 2, questions: 2 },
      { version: 1, questions: 1, answered: 0 },
    ]);
    const first = await sharing.ask(signUpFormContract.get, { activityId, version: 1 }, host.officer);
    expect(first.questions).toHaveLength(1);
  });

  it('refuses whoever saw another version, and changes nothing where a question is wrong', async () => {
    const { activityId } = await asking([shirt]);
    await expect(save(activityId, [bus], 0)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await expect(save(activityId, [{ ...shirt, options: [] }], 1)).rejects.toMatchObject({
      code: 'SIGN_UP_FORM_INVALID',
      errors: [{ pointer: '/questions/0/options', code: 'QUESTION_OPTIONS_MISSING' }],
    });
    const form = await sharing.ask(signUpFormContract.get, { activityId }, host.officer);
    expect(form).toMatchObject({ version: 1, questions: [{ id: 'shirt' }] });
  });

  it('is copied with its activity, as its first version', async () => {
    const { activityId } = await asking([shirt, bus]);
    const { activity } = await sharing.ask(draftContract.copy, { activityId }, host.officer);
    expect(activity.formVersion).toBe(1);
    const form = await sharing.ask(signUpFormContract.get, { activityId: activity.id }, host.officer);
    expect(form.questions.map(({ id }) => id)).toEqual(['shirt', 'bus']);
  });

  it('of a draft keeps only what is asked last: nobody has answered the ones before', async () => {
    const activityId = await stage.activity(host, { state: 'draft', publishedAt: null });
    await save(activityId, [shirt]);
    await save(activityId, [question({ id: 'shirt' })], 1);
    const { items } = await sharing.ask(signUpFormContract.versions, { activityId }, host.officer);
    expect(items.map(({ version }) => version)).toEqual([2]);
  });
});

describe('signing up', () => {
  it('keeps what was answered for each head, and shows it to the person', async () => {
    const { activityId, people } = await asking([shirt, bus]);
    const me = people[0] as Actor;
    const mine = await signUp(
      activityId,
      me,
      { shirt: ['m', 'xl'], bus: true },
      { companions: [{ name: '小明' }] },
    );
    expect(await answersOf(mine, me)).toMatchObject({
      formVersion: 1,
      toComplete: false,
      notAsked: [],
      answers: { shirt: ['m', 'xl'], bus: true },
    });
  });

  it('is refused at each question that is not answered as it should be, and takes no seat', async () => {
    const { activityId, people } = await asking([shirt, height]);
    const me = people[0] as Actor;
    await expect(signUp(activityId, me, { height: 20, other: 1 })).rejects.toMatchObject({
      code: 'ANSWERS_INVALID',
      errors: [
        { pointer: '/answers/other', code: 'ANSWER_TO_NO_QUESTION' },
        { pointer: '/answers/shirt/0', code: 'ANSWER_REQUIRED' },
        { pointer: '/answers/height', code: 'ANSWER_TOO_SMALL' },
      ],
    });
    expect(await summaryOf(activityId)).toMatchObject({ registrations: 0 });
  });

  it('says that the form has changed to whoever filled in another version, only where something is missing', async () => {
    const { activityId, people } = await asking([illness]);
    await save(activityId, [illness, shirt], 1);
    const [first, second] = people as [Actor, Actor];
    await expect(signUp(activityId, first, { illness: '无' }, { formVersion: 1 })).rejects.toMatchObject({
      code: 'SIGN_UP_FORM_CHANGED',
      errors: [{ pointer: '/answers/shirt/0', code: 'ANSWER_REQUIRED' }],
    });
    expect(await signUp(activityId, second, { shirt: ['m'] }, { formVersion: 1 })).toMatchObject({
      state: 'confirmed',
    });
  });

  it('an activity without a form takes no answers', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 2);
    const [me] = (await stage.members(host, 1)) as [Actor];
    await expect(signUp(activityId, me, { shirt: 'm' })).rejects.toMatchObject({ code: 'ANSWERS_INVALID' });
    expect(await signUp(activityId, me, {})).toMatchObject({ state: 'confirmed' });
  });

  it('a version that comes later makes nobody’s registration invalid, and is listed as not asked', async () => {
    const { activityId, people } = await asking([illness]);
    const me = people[0] as Actor;
    const mine = await signUp(activityId, me, { illness: '无' });
    await save(activityId, [illness, shirt], 1);
    expect(await answersOf(mine, me)).toMatchObject({
      formVersion: 1,
      toComplete: false,
      notAsked: ['shirt'],
    });
    expect(await give(mine, { illness: '无', shirt: ['l'] }, me)).toMatchObject({
      formVersion: 2,
      notAsked: [],
    });
  });

  it('E21: a group may answer later, and it shows; who is let in beyond the capacity is asked at once', async () => {
    const { activityId, people } = await asking([shirt]);
    const [first, second] = people as [Actor, Actor];
    const { items } = await sharing.ask(
      registrationContract.registerGroup,
      { activityId, personIds: [first.personId] },
      host.officer,
    );
    const theirs = items[0] as RegistrationView;
    expect(await answersOf(theirs, first)).toMatchObject({ toComplete: true, answers: {} });
    expect(await summaryOf(activityId)).toMatchObject({ registrations: 1, toComplete: 1 });
    const beyond = { activityId, personId: second.personId, override: { reason: '领队' } };
    await expect(sharing.ask(registrationContract.register, beyond, host.officer)).rejects.toMatchObject({
      code: 'ANSWERS_INVALID',
    });
    await sharing.ask(registrationContract.register, { ...beyond, answers: { shirt: ['m'] } }, host.officer);
    // The officer who registered them may complete it once; from then on only the person may.
    await give(theirs, { shirt: ['m'] }, host.officer);
    await expect(give(theirs, { shirt: ['l'] }, host.officer)).rejects.toMatchObject({
      code: 'ANSWERS_GIVEN',
    });
    expect(await give(theirs, { shirt: ['l'] }, first)).toMatchObject({ answers: { shirt: ['l'] } });
  });

  it('ends the time of answering with the time of signing up', async () => {
    const { activityId, people } = await asking([bus]);
    const me = people[0] as Actor;
    const mine = await signUp(activityId, me, {});
    const closed = { signUpClosesAt: sharing.clock.now(), signUpOpensAt: new Date(0) };
    await sharing.dataSource.manager.update(ActivityRow, { id: activityId }, closed);
    await expect(give(mine, { bus: true }, me)).rejects.toMatchObject({ code: 'SIGN_UP_CLOSED' });
  });

  it('forgets the answers of a companion who stays at home, and all of them with the registration', async () => {
    const { activityId, people } = await asking([shirt]);
    const me = people[0] as Actor;
    const mine = await signUp(activityId, me, { shirt: ['m', 'xl'] }, { companions: [{ name: '小明' }] });
    await stage.cancel(mine, me, ['小明']);
    expect((await answersOf(mine, me)).answers).toEqual({ shirt: ['m'] });
    await stage.cancel(mine, me);
    const row = await sharing.dataSource.manager.findOneByOrFail(RegistrationRow, { id: mine.id });
    expect(row.sealedAnswers).toBeNull();
  });
});

describe('reading answers', () => {
  it('shows each reader what the person was told that this reader would read', async () => {
    const coHosts = [{ kind: 'union' as const, id: guest.id, name: '客方', unionId: guest.id }];
    const { activityId } = await asking([shirt, bus, illness], { coHosts });
    const far = await stage.union();
    await stage.pool(activityId, host, 5, far);
    const [me] = (await stage.members(far, 1)) as [Actor];
    await signUp(activityId, me, { shirt: ['m'], bus: true, illness: '高血压' });
    const read = async (caller: Actor) =>
      (await listOf(activityId, caller)).items.map(({ answers }) => answers);
    expect(await read(host.officer)).toEqual([{ shirt: ['m'], bus: true, illness: '高血压' }]);
    expect(await read(guest.officer)).toEqual([{ shirt: ['m'], bus: true }]);
    expect(await read(far.officer)).toEqual([{ shirt: ['m'] }]);
    await expect(read(me)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect((await summaryOf(activityId, far.officer)).questions.map(({ id }) => id)).toEqual(['shirt']);
    // A later version shows it to more people: earlier answers stay with their original readers.
    await save(activityId, [shirt, { ...bus, visibleTo: 'door' }, illness], 1);
    expect(await read(far.officer)).toEqual([{ shirt: ['m'] }]);
    // A later version shows it to fewer: from now on to fewer.
    await save(activityId, [{ ...shirt, visibleTo: 'hosts' }, bus, illness], 2);
    expect(await read(far.officer)).toEqual([{}]);
  });

  it('counts choices, each head for itself, and says least, greatest and sum of numbers', async () => {
    const food = question({ id: 'food', kind: 'choices', options: sizes });
    const { activityId, people } = await asking([shirt, height, bus, food]);
    const [first, second, third] = people as [Actor, Actor, Actor];
    const companions = [{ name: '小明' }];
    await signUp(
      activityId,
      first,
      { shirt: ['m', 'xl'], height: 160, bus: true, food: ['m', 'l'] },
      { companions },
    );
    await signUp(activityId, second, { shirt: ['m'], height: 180.5, bus: false });
    await signUp(activityId, third, { shirt: ['l'] });
    const { items, registrations, erasedAt } = await summaryOf(activityId);
    expect(registrations).toBe(3);
    expect(erasedAt).not.toBeNull();
    const counts = Object.fromEntries(
      items.map((item) => [item.questionId, item.counts.map(({ option, count }) => `${option} ${count}`)]),
    );
    // Of four heads two in m, one in l, one in xl.
    expect(counts).toMatchObject({
      shirt: ['m 2', 'l 1', 'xl 1'],
      bus: ['yes 1', 'no 1'],
      food: ['m 1', 'l 1', 'xl 0'],
    });
    expect(items.find(({ questionId }) => questionId === 'height')).toMatchObject({
      answered: 2,
      unanswered: 1,
      numbers: { sum: 340.5, least: 160, greatest: 180.5 }, // 160 + 180.5
    });
  });

  it('are erased when the days are over for which they were asked, and not before', async () => {
    const { activityId, people } = await asking([shirt]);
    const me = people[0] as Actor;
    const mine = await signUp(activityId, me, { shirt: ['m'] });
    const erased = await summaryOf(activityId);
    const left = Date.parse(erased.erasedAt ?? '') - sharing.clock.now().getTime();
    sharing.clock.advance(left - 60_000);
    expect((await answersOf(mine, me)).answers).toEqual({ shirt: ['m'] });
    sharing.clock.advance(120_000);
    await eventually(async () => {
      expect((await answersOf(mine, me)).answers).toEqual({});
    });
    expect((await listOf(activityId)).items).toMatchObject([
      { answers: {}, formVersion: 0, toComplete: false },
    ]);
  });
});
