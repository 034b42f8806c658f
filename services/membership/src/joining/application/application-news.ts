import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationStatusView } from '@gongxiang/contracts/membership/joining/application.contract';
import type { TextKind } from '@gongxiang/contracts/membership/membership-events';
import { CONFIG } from '@gongxiang/messaging/service';
import type { Transaction } from '@gongxiang/persistence';
import { portalLink } from '../../access/text-message/portal-link.js';
import { TextMessageSender } from '../../access/text-message/text-message-sender.js';
import type { MembershipConfig } from '../../config/config.js';
import { MemberNews } from '../../members/member/member-news.js';
import type { ApplicationRow } from './application.entity.js';
import { lastDayBefore, outcomeValidMs } from './application.model.js';
import { ApplicationAdmission } from './application-admission.js';
import { ApplicationPresenter } from './application-presenter.js';
import { ApplicationStatus } from './application-status.js';

type Outcome = Extract<TextKind, `application${string}`>;

/**
 * Tells applicants what has become of their application, by the phone that they have proved. A text says no more than the page on which
 * they see where it stands: no name, no reason, and no membership elsewhere that may be somebody else's.
 */
@Injectable()
export class ApplicationNews {
  constructor(
    private readonly statuses: ApplicationStatus,
    private readonly admission: ApplicationAdmission,
    private readonly presenter: ApplicationPresenter,
    private readonly texts: TextMessageSender,
    private readonly members: MemberNews,
    @Inject(CONFIG) private readonly config: Pick<MembershipConfig, 'publicUrl'>,
  ) {}

  /** Another union has it now, which the applicant has not asked for. */
  async tellMove(tx: Transaction, row: ApplicationRow): Promise<void> {
    const status = await this.statuses.view(tx, row.id);
    const day = status.dueAt === null ? '' : lastDayBefore(new Date(status.dueAt));
    await this.send(tx, row, 'applicationMoved', { ...this.valuesOf(status), day });
  }

  async tellEnd(tx: Transaction, row: ApplicationRow): Promise<void> {
    const status = await this.statuses.view(tx, row.id);
    const values = this.valuesOf(status);
    if (status.state === 'admitted') return this.tellAdmission(tx, row, values);
    if (status.state === 'transfer') return this.send(tx, row, 'applicationNeedsTransfer', values);
    if (status.state !== 'refused') return;
    const { appealUntil } = status;
    const day: Readonly<Record<string, string>> =
      appealUntil === null ? {} : { day: lastDayBefore(new Date(appealUntil)) };
    return this.send(tx, row, 'applicationRefused', { ...values, ...day });
  }

  /** Whoever has an account is told there, too: somebody else may have applied in their name. */
  private async tellAdmission(
    tx: Transaction,
    row: ApplicationRow,
    values: Readonly<Record<string, string>>,
  ): Promise<void> {
    const person = await this.admission.personOf(tx, row);
    const hasAccount = person !== null && person.passwordHash !== null;
    const link = portalLink(this.config.publicUrl, hasAccount ? '/sign-in' : '/activate');
    await this.send(tx, row, 'applicationAdmitted', { ...values, link });
    if (!hasAccount) return;
    await this.members.tell(tx, person.id, {
      kind: 'applicationAdmitted',
      cause: `applicationAdmitted/${row.id}`,
      about: { unionId: row.unionId },
      title: values['union'],
      values: { partyName: values['union'] },
    });
  }

  private valuesOf({
    number,
    unionName,
  }: ApplicationStatusView): Record<'number' | 'union' | 'link', string> {
    const link = portalLink(this.config.publicUrl, `/join/status?number=${number}`);
    return { number, union: unionName, link };
  }

  private async send(
    tx: Transaction,
    row: ApplicationRow,
    kind: Outcome,
    values: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { phone } = this.presenter.applicantOf(row);
    if (phone === null) return;
    await this.texts.send(tx, { phone, locale: row.locale }, { kind, values, validMs: outcomeValidMs });
  }
}
