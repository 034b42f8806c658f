import { noticeContract, type NoticeView } from '@gongxiang/contracts/sharing/reference/notice.contract';
import type { Actor } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { expect } from '@jest/globals';

/** A person's notices of one activity, oldest first. */
export async function noticesOf(
  sharing: ServiceFixture,
  person: Actor,
  activityId: string,
): Promise<NoticeView[]> {
  const { items } = await sharing.ask(noticeContract.list, { limit: 200 }, person);
  return items.filter((notice) => notice.activityId === activityId).reverse();
}

/** Waits until a person has exactly these notices of one activity, kind by kind. */
export async function untilNotified(
  sharing: ServiceFixture,
  person: Actor,
  activityId: string,
  kinds: readonly string[],
): Promise<NoticeView[]> {
  let notices: NoticeView[] = [];
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
