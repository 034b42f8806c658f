import { Inject, Injectable } from '@nestjs/common';
import { type Notice, raiseNotices } from '@gongxiang/messaging/events';
import { CONFIG } from '@gongxiang/messaging/service';
import type { Transaction } from '@gongxiang/persistence';
import { portalLink } from '../../access/text-message/portal-link.js';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import type { MembershipConfig } from '../../config/config.js';
import { PersonRepository } from '../../persons/person/person.repository.js';

/** What a person is told of their membership or their record. */
export interface MemberNotice extends Pick<Notice, 'kind' | 'cause' | 'about' | 'title' | 'values'> {
  /** What goes to the phone of whoever has no account yet in which they could read it; nothing where it is left out. */
  readonly text?: 'membershipEnded' | 'lapseWarned' | 'recordChanged';
}

/**
 * Tells people what has become of their membership and their record. The phone of somebody without an account was proved by nobody, so a
 * text to it names no union and nothing of the person.
 */
@Injectable()
export class MemberNews {
  constructor(
    private readonly people: PersonRepository,
    private readonly texts: TextMessageSender,
    @Inject(CONFIG) private readonly config: Pick<MembershipConfig, 'publicUrl'>,
  ) {}

  async tell(tx: Transaction, personId: string, { text, ...notice }: MemberNotice): Promise<void> {
    await raiseNotices(tx, 'membership', [{ ...notice, why: 'aboutYou', personIds: [personId] }]);
    if (text === undefined) return;
    const person = await this.people.findById(tx, personId);
    if (person === null || person.passwordHash !== null || person.erasedAt !== null) return;
    await this.texts.tell(tx, person, text, { link: portalLink(this.config.publicUrl, '/activate') });
  }

  /** Tells those who have acted for a union in something about somebody else; whoever acts now sees it. */
  async tellActors(
    tx: Transaction,
    actors: readonly (string | null)[],
    aboutId: string | null,
    notice: Omit<MemberNotice, 'text'>,
  ): Promise<void> {
    const personIds = actors.filter((id): id is string => id !== null && id !== aboutId && !isActing(tx, id));
    if (personIds.length > 0)
      await raiseNotices(tx, 'membership', [{ ...notice, why: 'decidesHere', personIds }]);
  }
}

/** Whether somebody does it themselves, and sees what has come of it. */
export function isActing({ call }: Transaction, personId: string): boolean {
  return call.actor?.personId === personId;
}
