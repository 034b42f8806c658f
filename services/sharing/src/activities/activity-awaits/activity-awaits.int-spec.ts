import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import {
  activityTaskContract,
  type ActivityTaskView,
} from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { agreementContract } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { coHostContract, type CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { questionContract } from '@gongxiang/contracts/sharing/activities/question.contract';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { hourMs, type Party } from '@gongxiang/domain';
import { actorWith, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import {
  draftOf,
  memberOf,
  publishedWithSeats,
  type TestUnion,
  unionAt,
} from '../activity/activity.fixture.js';
import { hostedBy, openVersion } from '../agreement/agreement.fixture.js';
import { knownMembers, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  [host, guest] = await Promise.all([unionAt(sharing, '1.4.'), unionAt(sharing, '1.5.')]);
});
afterAll(() => sharing.stop());

const awaits = ({ id }: { readonly id: string }, ...kinds: string[]) =>
  untilAwaits(sharing, 'sharing', id, kinds);
const office = ({ id }: TestUnion, roles = ['officer', 'organiser']) =>
  expect.objectContaining({ roles, unionIds: [id], isNearest: true });
const cancel = ({ id: activityId }: ActivityView) =>
  sharing.ask(activityContract.cancel, { activityId, reason: '场地检修' }, host.officer);

const invite = (
  activity: ActivityView,
  party: Party = { kind: 'union', id: guest.id },
): Promise<CoHostView> =>
  sharing.ask(coHostContract.invite, { activityId: activity.id, party }, host.officer);

describe('an invitation to co-host', () => {
  it('waits for the invited union, with other terms for the organiser, and for nobody once it is answered', async () => {
    const activity = await draftOf(sharing, host);
    const first = await invite(activity);
    const [asked] = await awaits(first, 'invitedToHost');
    expect(asked).toMatchObject({
      why: 'invited',
      title: activity.title,
      timeZone: activity.timeZone,
      about: { activityId: activity.id },
      offices: office(guest),
      values: { partyName: host.name, startsAt: activity.startsAt },
    });
    const terms = { invitationId: first.id, note: '大巴由贵会安排' };
    await sharing.ask(coHostContract.counter, terms, guest.officer);
    const [countered] = await awaits(first, 'invitationCountered');
    expect(countered).toMatchObject({
      why: 'hosts',
      offices: office(host),
      values: { partyName: guest.name },
    });
    const second = await invite(activity);
    await awaits(first);
    await awaits(second, 'invitedToHost');
    await sharing.ask(coHostContract.accept, { invitationId: second.id }, guest.officer);
    await awaits(second);
  });

  it('waits for a person by name, and for nobody once it is withdrawn, declined, or the activity is cancelled', async () => {
    const [personId = ''] = await knownMembers(sharing, guest.id, 1);
    const worker = actorWith({ personId, unionId: guest.id, unionPath: guest.path });
    const activity = await draftOf(sharing, host);
    const mine = await invite(activity, { kind: 'person', id: personId });
    const [asked] = await awaits(mine, 'invitedToHost');
    expect(asked).toMatchObject({ personIds: [personId], offices: null });
    await sharing.ask(coHostContract.decline, { invitationId: mine.id, reason: '没空' }, worker);
    await awaits(mine);
    const withdrawn = await invite(activity);
    await awaits(withdrawn, 'invitedToHost');
    await sharing.ask(coHostContract.withdraw, { invitationId: withdrawn.id }, host.officer);
    await awaits(withdrawn);
    const left = await invite(activity);
    await awaits(left, 'invitedToHost');
    await cancel(activity);
    await awaits(left);
  });
});

describe('an agreement', () => {
  it('that is refused waits for who has proposed it, until there is another', async () => {
    const { activity } = await hostedBy(sharing, [host, guest]);
    const terms = { rule: { kind: 'equal' }, fundCategory: 'allotment', expenseCode: '1.2' } as const;
    const request = { activityId: activity.id, ...terms };
    const version = await sharing.ask(agreementContract.propose, request, guest.officer);
    const { id: agreementId, activityId, hash } = version;
    const problems = [{ pointer: '/expenseCode', code: 'EXPENSE_CODE_UNKNOWN' }];
    await sharing.emit(settlementEvents.agreementJudged, {
      agreementId,
      activityId,
      hash,
      accepted: false,
      problems,
    });
    const [refused] = await awaits(version, 'agreementRefused');
    expect(refused).toMatchObject({ offices: office(guest), values: { number: '1' } });
    await openVersion(sharing, activity.id, host.officer);
    await awaits(version);
  });

  it('waits for each party that has not signed, then for nobody', async () => {
    const { activity } = await hostedBy(sharing, [host, guest]);
    const version = await openVersion(sharing, activity.id, host.officer);
    const both = await awaits(version, 'agreementToSign', 'agreementToSign');
    const signing = ['officer', 'finance'];
    expect(both).toMatchObject([
      { slot: '0', offices: office(host, signing), values: { number: '1', partyName: host.name } },
      { slot: '1', offices: office(guest, signing), values: { number: '1', partyName: guest.name } },
    ]);
    const { id: agreementId, hash } = version;
    await sharing.ask(agreementContract.sign, { agreementId, hash }, guest.officer);
    expect(await awaits(version, 'agreementToSign')).toMatchObject([{ slot: '0' }]);
    await sharing.ask(agreementContract.sign, { agreementId, hash }, host.officer);
    await awaits(version);
  });

  it('waits for nobody once it is withdrawn, and once its activity is cancelled', async () => {
    const { activity } = await hostedBy(sharing, [host, guest]);
    const first = await openVersion(sharing, activity.id, host.officer);
    await awaits(first, 'agreementToSign', 'agreementToSign');
    await sharing.ask(agreementContract.withdraw, { agreementId: first.id }, host.officer);
    await awaits(first);
    const second = await openVersion(sharing, activity.id, host.officer);
    await awaits(second, 'agreementToSign', 'agreementToSign');
    await cancel(activity);
    await awaits(second);
  });
});

describe('a task', () => {
  it('waits for its host until it is done, and again if it is opened again', async () => {
    const activity = await draftOf(sharing, host);
    const request = { activityId: activity.id, title: '准备急救箱', dueOn: '2099-11-20' };
    const task: ActivityTaskView = await sharing.ask(activityTaskContract.add, request, host.officer);
    const [open] = await awaits(task, 'taskOpen');
    expect(open).toMatchObject({
      offices: office(host),
      values: { taskTitle: '准备急救箱', dueOn: '2099-11-20' },
      dueAt: '2099-11-20T16:00:00.000Z',
    });
    const ids = { activityId: activity.id, taskId: task.id };
    await sharing.ask(activityTaskContract.finish, ids, host.officer);
    await awaits(task);
    await sharing.ask(activityTaskContract.reopen, ids, host.officer);
    await awaits(task, 'taskOpen');
    await cancel(activity);
    await awaits(task);
  });
});

describe('an activity', () => {
  it('waits for answers to its questions together, then to be closed once its time has passed', async () => {
    const inHours = (count: number): string =>
      new Date(sharing.clock.now().getTime() + count * hourMs).toISOString();
    const times = { startsAt: inHours(1), endsAt: inHours(2) };
    const { id: activityId } = await draftOf(sharing, host, times);
    const activity = await publishedWithSeats(sharing, host, activityId);
    const ask = (text: string) => sharing.ask(questionContract.ask, { activityId, text }, memberOf(host));
    const first = await ask('孩子可以来吗？');
    const [asked] = await awaits(activity, 'questionsWaiting');
    expect(asked).toMatchObject({ offices: office(host), personIds: [], values: { count: '1' } });
    const second = await ask('有更衣室吗？');
    const answer = { activityId, questionId: first.id, answer: '可以。' };
    await sharing.ask(questionContract.answer, answer, host.officer);
    const hide = { activityId, questionId: second.id, reason: '与活动无关' };
    await sharing.ask(questionContract.hide, hide, host.officer);
    await awaits(activity);
    sharing.clock.advance(2 * hourMs);
    const [toClose] = await awaits(activity, 'activityToClose');
    expect(toClose).toMatchObject({ why: 'hosts', offices: office(host), dueAt: null });
    await sharing.ask(checkInContract.close, { activityId }, host.officer);
    await awaits(activity);
  });
});
