import { randomBytes } from 'node:crypto';
import { noticeRaisedEvents, type NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture, startService } from '@gongxiang/testing';
import { expect } from '@jest/globals';
import type { NotificationConfig } from './config/config.js';
import { testTextKey } from './texts/texts.fixture.js';
import { migrations } from './migrations/index.js';
import { NotificationModule } from './notification.module.js';

/** This service, for its own integration tests. */
export function startNotification(
  options: { readonly replicas?: number; readonly config?: Partial<NotificationConfig> } = {},
): Promise<ServiceFixture> {
  return startService({
    name: 'notification',
    migrations,
    module: (config, clock) => NotificationModule.with(config as NotificationConfig, clock),
    ...options,
    config: { dataKey: randomBytes(32).toString('base64'), textKey: testTextKey, ...options.config },
  });
}

/** A notice as sharing raises it: somebody's question about an activity is answered, unless told otherwise. */
export function raised(personIds: string[], more: Partial<NoticeRaised> = {}): NoticeRaised {
  return {
    kind: 'questionAnswered',
    why: 'askedQuestion',
    personIds,
    offices: null,
    cause: newId(),
    about: { activityId: newId() },
    title: '羽毛球赛',
    values: {},
    timeZone: 'Asia/Shanghai',
    textId: null,
    until: null,
    ...more,
  };
}

export async function raise(
  notification: ServiceFixture,
  personIds: string[],
  more: Partial<NoticeRaised> = {},
): Promise<NoticeRaised> {
  const notice = raised(personIds, more);
  await notification.emit(noticeRaisedEvents.sharing, notice);
  return notice;
}

/** Until so many messages to a person were tried in vain, and it is written down when they are tried again: from then on time may pass. */
export function untilPostponed(
  notification: ServiceFixture,
  { personId }: Actor,
  count: number,
): Promise<void> {
  return eventually(async () =>
    expect(
      await notification.dataSource.query(
        `SELECT d.id FROM delivery d JOIN notice_address a ON a.id = d.address_id
         WHERE a.person_id = $1 AND d.state = 'waiting' AND d.leased_until IS NULL AND d.send_at > d.due_at`,
        [personId],
      ),
    ).toHaveLength(count),
  );
}
