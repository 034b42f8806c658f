import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  questionContract,
  type QuestionView,
} from '@gongxiang/contracts/sharing/activities/question.contract';
import type { Actor } from '@gongxiang/domain';
import { actorWith, eventually, hearHints, type ServiceFixture } from '@gongxiang/testing';
import { noticesOf } from '../../reference/notice/notice.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { knownRole, startSharing } from '../../sharing.fixture.js';

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

/** An activity of two hosts, with an asker and another viewer. */
async function scene() {
  const coHost = { kind: 'union', id: guest.id, name: '合办工会', unionId: guest.id } as const;
  const activityId = await stage.activity(host, { coHosts: [coHost] });
  const [asker, other] = (await stage.members(host, 2)) as [Actor, Actor];
  return { activityId, asker, other };
}

const ask = (activityId: string, person: Actor, anonymous = false, text = '可以带孩子吗？') =>
  sharing.ask(questionContract.ask, { activityId, text, anonymous }, person);

const answer = ({ activityId, id: questionId }: QuestionView, officer: Actor) =>
  sharing.ask(questionContract.answer, { activityId, questionId, answer: '可以。' }, officer);

const hide = ({ activityId, id: questionId }: QuestionView, officer: Actor) =>
  sharing.ask(questionContract.hide, { activityId, questionId, reason: '与活动无关' }, officer);

const withdraw = ({ activityId, id: questionId }: QuestionView, person: Actor) =>
  sharing.ask(questionContract.withdraw, { activityId, questionId }, person);

async function seenBy(activityId: string, person: Actor): Promise<QuestionView[]> {
  return (await sharing.ask(questionContract.list, { activityId }, person)).items;
}

async function waitingFor(officer: Actor, ownUnions = false): Promise<string[]> {
  const request = { waitingForMe: true, ownUnions, limit: 200 } as const;
  const { items } = await sharing.ask(questionContract.waiting, request, officer);
  return items.map(({ id }) => id);
}

describe('a question', () => {
  it('waits for the officers of every host, and is everybody’s once one of them has answered it', async () => {
    const { activityId, asker, other } = await scene();
    const officer = await knownRole(sharing, 'officer', guest.id);
    const heard = await hearHints(sharing.nats);
    const question = await ask(activityId, asker);
    expect(question).toMatchObject({ state: 'open', isMine: true, askerName: '张*', answer: null });
    await eventually(() =>
      expect(heard).toContainEqual(expect.objectContaining({ resource: 'question', personId: officer })),
    );
    for (const one of [host, guest]) expect(await waitingFor(one.officer, true)).toContain(question.id);
    const above = actorWith({ roles: [['officer', host.id, '1.']] });
    expect(await waitingFor(above)).toContain(question.id);
    expect(await waitingFor(above, true)).not.toContain(question.id);
    expect(await waitingFor((await stage.union()).officer)).not.toContain(question.id);
    expect(await seenBy(activityId, other)).toEqual([]);
    expect(await answer(question, guest.officer)).toMatchObject({ state: 'answered', isMine: false });
    expect(await seenBy(activityId, other)).toMatchObject([
      { answer: '可以。', askerName: '张*', isMine: false, hideReason: null },
    ]);
    expect(await waitingFor(host.officer)).not.toContain(question.id);
    expect(await noticesOf(sharing, asker, activityId)).toMatchObject([
      { kind: 'questionAnswered', why: 'askedQuestion' },
    ]);
    await expect(answer(question, host.officer)).rejects.toMatchObject({ code: 'QUESTION_NOT_OPEN' });
  });

  it('names nobody where who asks wishes so, not even to the hosts', async () => {
    const { activityId, asker } = await scene();
    const question = await ask(activityId, asker, true);
    expect(question.askerName).toBeNull();
    expect(await seenBy(activityId, host.officer)).toMatchObject([{ askerName: null }]);
    await answer(question, host.officer);
    const audit: { text: string }[] = await sharing.dataSource.query(
      `SELECT a::text AS text FROM audit_record a WHERE a::text LIKE '%' || $1 || '%'`,
      [question.id],
    );
    expect(audit.length).toBeGreaterThan(0);
    expect(audit.filter(({ text }) => text.includes('可以带孩子'))).toEqual([]);
  });

  it('is hidden by the organiser with a reason that who asked is told, and seen by nobody else', async () => {
    const { activityId, asker, other } = await scene();
    const question = await ask(activityId, asker);
    await answer(question, host.officer);
    await expect(hide(question, guest.officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await hide(question, host.officer);
    expect(await seenBy(activityId, other)).toEqual([]);
    expect(await seenBy(activityId, asker)).toMatchObject([{ state: 'hidden', hideReason: '与活动无关' }]);
    expect((await noticesOf(sharing, asker, activityId)).at(-1)).toMatchObject({
      kind: 'questionHidden',
      values: { reason: '与活动无关' },
    });
  });

  it('is withdrawn by who has asked it, and by nobody else', async () => {
    const { activityId, asker, other } = await scene();
    const question = await ask(activityId, asker);
    await expect(withdraw(question, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(withdraw(question, host.officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await withdraw(question, asker);
    expect(await seenBy(activityId, host.officer)).toEqual([]);
    expect(await waitingFor(host.officer)).not.toContain(question.id);
    await expect(answer(question, host.officer)).rejects.toMatchObject({ code: 'VERSION_STALE' });
  });

  it('is one of at most five of a person that wait', async () => {
    const { activityId, asker, other } = await scene();
    const asked: QuestionView[] = [];
    for (let number = 1; number <= 5; number += 1) asked.push(await ask(activityId, asker));
    await expect(ask(activityId, asker)).rejects.toMatchObject({
      code: 'QUESTIONS_TOO_MANY',
      params: { max: 5 },
    });
    await ask(activityId, other);
    await withdraw(asked[0] as QuestionView, asker);
    expect((await ask(activityId, asker)).state).toBe('open');
  });

  it('is asked of what is published alone, by whoever may see it', async () => {
    const [person] = (await stage.members(host, 1)) as [Actor];
    const draft = await stage.activity(host, { state: 'draft', publishedAt: null });
    await expect(ask(draft, person)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const over = await stage.activity(host, { state: 'cancelled', cancelReason: '暴雨' });
    await expect(ask(over, person)).rejects.toMatchObject({ code: 'ACTIVITY_NOT_OPEN' });
  });

  it('is paged, the newest first', async () => {
    const { activityId, asker } = await scene();
    const ids: string[] = [];
    for (let number = 1; number <= 3; number += 1)
      ids.unshift((await ask(activityId, asker, false, `第 ${number} 问`)).id);
    const first = await sharing.ask(questionContract.list, { activityId, limit: 2 }, asker);
    const cursor = first.nextCursor ?? '';
    const rest = await sharing.ask(questionContract.list, { activityId, limit: 2, cursor }, asker);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
  });
});
