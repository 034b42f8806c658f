import { randomBytes } from 'node:crypto';
import { noticeRaisedEvents, type NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import { newId } from '@gongxiang/domain';
import { type ServiceFixture, startService } from '@gongxiang/testing';
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
