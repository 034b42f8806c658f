import { Inject, Injectable } from '@nestjs/common';
import type { TextKind } from '@gongxiang/contracts/membership/membership-events';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import { raiseNotices } from '@gongxiang/messaging/events';
import { CONFIG } from '@gongxiang/messaging/service';
import type { Transaction } from '@gongxiang/persistence';
import type { MembershipConfig } from '../../config/config.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { portalLink } from '../text-message/portal-link.js';
import { TextMessageSender } from '../text-message/text-message-sender.js';

/** What changes who gets into an account, or is about to. */
export type AccountNewsKind = Extract<
  NoticeKind & TextKind,
  'passwordWasReset' | 'passwordChanged' | 'resetCodeAsked' | 'resetCodeReady'
>;

/**
 * Tells a person of what could be somebody else taking over their account: by the phone on record, in the inbox and at every address that
 * they have given, whatever they have turned off. Told also to whoever has done it themselves, as nobody knows here that it was them.
 */
@Injectable()
export class AccountNews {
  constructor(
    private readonly texts: TextMessageSender,
    @Inject(CONFIG) private readonly config: Pick<MembershipConfig, 'publicUrl'>,
  ) {}

  /** @param of what has happened, by an id that it has alone */
  async tell(tx: Transaction, person: PersonRow, kind: AccountNewsKind, of: string): Promise<void> {
    const link = portalLink(this.config.publicUrl, '/reset-password');
    await this.texts.tell(tx, person, kind, { link });
    await raiseNotices(tx, 'membership', [
      {
        kind,
        why: 'accountConcerned',
        personIds: [person.id],
        cause: `${kind}/${of}`,
        about: { personId: person.id },
      },
    ]);
  }
}
