import { noticeRaisedEvents, type NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import type { Actor } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { expect } from '@jest/globals';

/** What was raised for a person, oldest first, each cause once, as it is delivered. */
export async function noticesTo(
  sharing: ServiceFixture,
  { personId }: Pick<Actor, 'personId'>,
): Promise<NoticeRaised[]> {
  const raised = await sharing.recorded(noticeRaisedEvents.sharing);
  const mine = raised.filter(({ personIds }) => personIds.includes(personId));
  return [...new Map(mine.toReversed().map((notice) => [notice.cause, notice])).values()].toReversed();
}

/** The same, about one activity. */
export async function noticesOf(
  sharing: ServiceFixture,
  person: Actor,
  activityId: string,
): Promise<NoticeRaised[]> {
  return (await noticesTo(sharing, person)).filter(({ about }) => about['activityId'] === activityId);
}

/** Waits until a person has exactly these notices of one activity, kind by kind. */
export async function untilNotified(
  sharing: ServiceFixture,
  person: Actor,
  activityId: string,
  kinds: readonly string[],
): Promise<NoticeRaised[]> {
  let notices: NoticeRaised[] = [];
  await eventually(async () => {
    notices = await noticesOf(sharing, person, activityId);
    expect(notices.map(({ kind }) => kind)).toEqual(kinds);
  });
  return notices;
}

/** Waits until no work of these kinds is due any more. */
export async function untilNothingDue(sharing: ServiceFixture, ...kinds: readonly string[]): Promise<void> {
  await eventually(async () =>
    expect(
      await sharing.dataSource.query(`SELECT kind, key FROM due WHERE kind = ANY($1) AND due_at <= $2`, [
        kinds,
        sharing.clock.now(),
      ]),
    ).toEqual([]),
  );
}
