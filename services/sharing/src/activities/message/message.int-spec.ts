import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messageContract, type MessageView } from '@gongxiang/contracts/sharing/activities/message.contract';
import { noticeTextEvents, type NoticeTextState } from '@gongxiang/contracts/notification/notice-raised';
import type { Actor } from '@gongxiang/domain';
import { eventually, hearHints, type ServiceFixture } from '@gongxiang/testing';
import { noticesOf, untilNothingDue, untilNotified } from '../../reference/notice/notice.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { knownRole, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

const words = { subject: '集合地点', text: '请在东门集合。\n带好水杯。' };

async function activityOf(seats: number): Promise<string> {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, seats);
  return activityId;
}

const send = (activityId: string, filter: object = {}, subject = words.subject): Promise<MessageView> =>
  sharing.ask(messageContract.send, { activityId, ...words, subject, filter }, host.officer);

/** What the inboxes were told of the words of a message, oldest first. */
async function wordsOf(messageId: string | null | undefined): Promise<Omit<NoticeTextState, 'id'>[]> {
  const told = await sharing.recorded(noticeTextEvents.changed);
  return told.filter(({ id }) => id === messageId).map(({ id: _id, ...words_ }) => words_);
}

async function listed(activityId: string): Promise<MessageView[]> {
  return (await sharing.ask(messageContract.list, { activityId }, host.officer)).items;
}

describe('a message', () => {
  it('reaches those whom its filter means, and is counted before it is sent', async () => {
    const activityId = await activityOf(1);
    const below = await stage.union(host.path);
    const [seated] = (await stage.members(host, 1)) as [Actor];
    const [waiting] = (await stage.members(below, 1)) as [Actor];
    await stage.line(activityId, [seated, waiting]);
    const count = async (filter: object): Promise<number> =>
      (await sharing.ask(messageContract.preview, { activityId, filter }, host.officer)).recipients;
    expect(
      await Promise.all([
        count({}),
        count({ states: ['confirmed'] }),
        count({ states: ['held'] }),
        count({ unionIds: [host.id] }),
        count({ unionIds: [below.id] }),
        count({ unionIds: [below.id], states: ['confirmed'] }),
      ]),
    ).toEqual([2, 1, 0, 2, 1, 0]);
    await send(activityId, { states: ['waitlisted'] });
    const [received] = await untilNotified(sharing, waiting, activityId, ['message']);
    expect(received).toMatchObject({ why: 'waited', kind: 'message' });
    expect(await wordsOf(received?.textId)).toEqual([{ ...words, version: 1, withdrawnAt: null }]);
    expect(await noticesOf(sharing, seated, activityId)).toEqual([]);
    await expect(send(activityId, { states: ['held'] })).rejects.toMatchObject({ code: 'NO_RECIPIENTS' });
  });

  it('goes in steps, and says how far it is', async () => {
    const activityId = await activityOf(2_000);
    const people = await stage.members(host, 1_100);
    await stage.group(activityId, host.officer, people);
    const officer = await knownRole(sharing, 'officer', host.id);
    const heard = await hearHints(sharing.nats);
    expect(await send(activityId)).toMatchObject({ state: 'queued', total: 1_100, sent: 0 });
    await eventually(async () =>
      expect(await listed(activityId)).toMatchObject([{ state: 'sent', sent: 1_100 }]),
    );
    const hints = heard.filter((hint) => hint.resource === 'message' && hint.personId === officer);
    expect(hints.length).toBeGreaterThan(2);
    for (const person of people.slice(0, 3))
      expect(await noticesOf(sharing, person, activityId)).toMatchObject([
        { kind: 'signedUp' },
        { kind: 'message' },
      ]);
  });

  it('that is withdrawn shows its words no more, and reaches nobody who has not got it', async () => {
    const activityId = await activityOf(5);
    const [person] = (await stage.members(host, 1)) as [Actor];
    await stage.register(activityId, person);
    const { id: messageId } = await send(activityId);
    await untilNotified(sharing, person, activityId, ['message']);
    const request = { activityId, messageId };
    const withdrawn = await sharing.ask(messageContract.withdraw, request, host.officer);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', sent: 1 });
    expect(await wordsOf(messageId)).toEqual([
      { ...words, version: 1, withdrawnAt: null },
      { subject: null, text: null, version: 2, withdrawnAt: withdrawn.withdrawnAt },
    ]);
    await expect(sharing.ask(messageContract.withdraw, request, host.officer)).rejects.toMatchObject({
      code: 'MESSAGE_WITHDRAWN',
    });
    // A step already under way finds it withdrawn.
    const [late] = (await stage.members(host, 1)) as [Actor];
    await stage.register(activityId, late);
    await sharing.dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload) VALUES ('message-sending', $1, $2, '{}')`,
      [`${activityId}/${messageId}`, sharing.clock.now()],
    );
    await untilNothingDue(sharing, 'message-sending');
    expect(await noticesOf(sharing, late, activityId)).toEqual([]);
  });

  it('is one of at most five within a day', async () => {
    const activityId = await activityOf(5);
    const [person] = (await stage.members(host, 1)) as [Actor];
    await stage.register(activityId, person);
    for (let number = 1; number <= 5; number += 1) await send(activityId, {}, `第 ${number} 条`);
    await expect(send(activityId)).rejects.toMatchObject({ code: 'MESSAGES_TOO_MANY', params: { max: 5 } });
    sharing.clock.advance(86_400_000 + 1_000);
    expect((await send(activityId)).state).toBe('queued');
  });

  it('is the organiser’s alone to write, to see and to withdraw', async () => {
    const activityId = await activityOf(5);
    const [member] = (await stage.members(host, 1)) as [Actor];
    await stage.register(activityId, member);
    const { id: messageId } = await send(activityId);
    for (const person of [member, (await stage.union()).officer]) {
      const refused = { code: 'NOT_PERMITTED' };
      const filter = {};
      await expect(
        sharing.ask(messageContract.send, { activityId, ...words, filter }, person),
      ).rejects.toMatchObject(refused);
      await expect(
        sharing.ask(messageContract.preview, { activityId, filter }, person),
      ).rejects.toMatchObject(refused);
      await expect(sharing.ask(messageContract.list, { activityId }, person)).rejects.toMatchObject(refused);
      await expect(
        sharing.ask(messageContract.withdraw, { activityId, messageId }, person),
      ).rejects.toMatchObject(refused);
    }
  });
});
