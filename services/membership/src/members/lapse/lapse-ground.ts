import { Injectable } from '@nestjs/common';
import { DomainError, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ParticipationService } from '../../census/counting/participation.service.js';
import { DuesPresenter, type MemberAccount } from '../../dues/dues-presenter.js';
import { DuesRepository } from '../../dues/dues.repository.js';
import type { LapseWarningRow } from './lapse.entity.js';
import { type LapseEvidence, lapseOf, requireLapse, stands } from './lapse.model.js';
import { LapseRepository } from './lapse.repository.js';

/** What the lapse of a membership rests on: dues and attendance, as they are on record, and the warning of the member. */
@Injectable()
export class LapseGround {
  constructor(
    private readonly dues: DuesRepository,
    private readonly accounts: DuesPresenter,
    private readonly participation: ParticipationService,
    private readonly warnings: LapseRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND` */
  async evidenceOf(tx: Transaction, membershipId: string): Promise<LapseEvidence> {
    const member = await this.dues.findMember(tx, membershipId);
    const [account] = member === null ? [] : await this.accounts.accountsOf(tx, [member]);
    const evidence = account && (await this.evidenceOfAll(tx, [account])).get(membershipId);
    if (evidence === undefined) throw new DomainError('NOT_FOUND');
    return evidence;
  }

  /** By membership. @param accounts of one union */
  async evidenceOfAll(
    tx: Transaction,
    accounts: readonly MemberAccount[],
  ): Promise<ReadonlyMap<string, LapseEvidence>> {
    const today = shanghaiDate(tx.now);
    const members = accounts.map(({ member }) => member);
    const paid = await this.dues.lastPaidOf(
      tx,
      members.map(({ id }) => id),
    );
    const taken = await this.participation.lastPartOf(
      tx,
      members.map(({ personId }) => personId),
    );
    return new Map(
      accounts.map((account) => {
        const { id, personId, standing } = account.member;
        const lastPaidOn = paid.get(id) ?? null;
        const lastPartOn = taken.get(personId) ?? null;
        return [id, lapseOf({ standing, account, lastPaidOn, lastPartOn }, today)];
      }),
    );
  }

  /** Whether an open warning is still right. */
  stands({ warnedAt }: LapseWarningRow, evidence: LapseEvidence): boolean {
    return stands(shanghaiDate(warnedAt), evidence);
  }

  /**
   * Before a membership ends as a lapse: its warning is over, and keeps what the decision rests on.
   * @param end the first day without the membership
   * @throws DomainError `LAPSE_NOT_WARNED`, `LAPSE_MENDED`, `LAPSE_TOO_EARLY`
   */
  async close(tx: Transaction, membershipId: string, end: string): Promise<void> {
    const evidence = await this.evidenceOf(tx, membershipId);
    const warning = await this.warnings.lockOpen(tx, membershipId);
    requireLapse(
      warning && { warnedOn: shanghaiDate(warning.warnedAt), endableFrom: warning.endableFrom },
      evidence,
      { end, today: shanghaiDate(tx.now) },
    );
    if (warning === null) return;
    const { monthsUnpaid, lastPaidOn, lastPartOn } = evidence;
    await this.save(tx, warning, { state: 'ended', monthsUnpaid, lastPaidOn, lastPartOn, closedAt: tx.now });
  }

  /** The trail has what it rests on, and not the answer. */
  async save(tx: Transaction, before: LapseWarningRow, part: Partial<LapseWarningRow>): Promise<void> {
    const after = { ...before, ...part, version: before.version + 1 };
    await this.warnings.update(tx, after);
    tx.audit({
      noun: 'lapseWarning',
      id: before.id,
      before: auditedStateOf(before),
      after: auditedStateOf(after),
    });
  }
}

export function auditedStateOf({ state, membershipId, endableFrom, monthsUnpaid, ...row }: LapseWarningRow) {
  const { lastPaidOn, lastPartOn, answeredAt } = row;
  return {
    state,
    membershipId,
    endableFrom,
    monthsUnpaid,
    lastPaidOn,
    lastPartOn,
    answered: answeredAt !== null,
  };
}
