import { Inject, Injectable } from '@nestjs/common';
import type { FoundingStepKind } from '@gongxiang/contracts/membership/joining/founding.contract';
import type { TextKind } from '@gongxiang/contracts/membership/membership-events';
import { CONFIG } from '@gongxiang/messaging/service';
import type { Transaction } from '@gongxiang/persistence';
import { portalLink } from '../../access/text-message/portal-link.js';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import type { MembershipConfig } from '../../config/config.js';
import { lastDayBefore, outcomeValidMs } from '../application/application.model.js';
import { FoundingPresenter } from './founding-presenter.js';
import type { FoundingRecord } from './founding.repository.js';

/** What is told of a step; the others are taken by the contact themselves. */
const textOf: Readonly<Partial<Record<FoundingStepKind, Extract<TextKind, `founding${string}`>>>> = {
  approve: 'foundingApproved',
  return: 'foundingReturned',
  refuse: 'foundingRefused',
  escalate: 'foundingMoved',
  confirm: 'foundingDone',
  join: 'foundingDone',
  lapse: 'foundingLapsed',
};

/** Tells the contact of a filing what has become of it, by the phone that they have proved. No text names a person or a reason. */
@Injectable()
export class FoundingNews {
  constructor(
    private readonly presenter: FoundingPresenter,
    private readonly texts: TextMessageSender,
    @Inject(CONFIG) private readonly config: Pick<MembershipConfig, 'publicUrl'>,
  ) {}

  async tell(tx: Transaction, record: FoundingRecord, step: FoundingStepKind): Promise<void> {
    const kind = textOf[step];
    const { phone } = this.presenter.contactOf(record);
    if (kind === undefined || phone === null) return;
    const status = await this.presenter.statusOf(tx, record);
    const until = status.dueAt ?? status.lapsesAt ?? status.appealUntil;
    const values = {
      number: record.number,
      union: status.foundedUnionName ?? status.unionName,
      link: portalLink(this.config.publicUrl, `/found/status?number=${record.number}`),
      ...(until !== null && { day: lastDayBefore(new Date(until)) }),
    };
    await this.texts.send(tx, { phone, locale: record.locale }, { kind, values, validMs: outcomeValidMs });
  }
}
