import { Injectable } from '@nestjs/common';
import { schedule, syncAwaits, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { RoleHints } from '../../reference/role-hints.js';
import { toldTitle } from '../../reference/whom.model.js';
import { actions } from '../actions.js';
import { BookingService } from '../resource/booking.service.js';
import type { PartyLoanRow } from './party-loan.entity.js';
import { awaitsOfPartyLoan } from './party-loan.model.js';
import { PartyLoanRepository } from './party-loan.repository.js';

/** Due work: what nobody has answered lapses with its beginning. Its key is the id. */
export const partyLoanLapseDue = 'party-loan-lapse';

/** Saves what parties ask for, and tells those concerned. */
@Injectable()
export class PartyLoanChanges {
  constructor(
    private readonly partyLoans: PartyLoanRepository,
    private readonly booking: BookingService,
    private readonly notices: NoticeWriter,
    private readonly hints: RoleHints,
  ) {}

  async add(tx: Transaction, row: PartyLoanRow): Promise<void> {
    await this.partyLoans.insert(tx, row);
    await schedule(tx, { kind: partyLoanLapseDue, key: row.id, at: row.startsAt });
    await this.told(tx, row, null);
  }

  /** @returns the row as it is then; whoever has asked hears of an answer, and of none */
  async save(
    tx: Transaction,
    before: PartyLoanRow,
    changes: Pick<PartyLoanRow, 'state'> & Partial<PartyLoanRow>,
  ): Promise<PartyLoanRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.partyLoans.update(tx, row);
    await unschedule(tx, partyLoanLapseDue, row.id);
    await this.told(tx, row, before);
    if (row.state !== 'withdrawn') await this.notifyAsker(tx, row);
    return row;
  }

  private async told(tx: Transaction, row: PartyLoanRow, before: PartyLoanRow | null): Promise<void> {
    tx.audit({ noun: 'partyLoan', id: row.id, before: before && audited(before), after: audited(row) });
    const awaits = awaitsOfPartyLoan(row, await this.titleOf(tx, row), actions.requestLoan);
    await syncAwaits(tx, 'sharing', 'partyLoan', [{ id: row.id, awaits }]);
    await this.hints.send(
      tx,
      { resource: 'partyLoan', id: row.id, version: row.version },
      { rule: actions.seeLoan, unionIds: [row.unionId], personIds: [row.requestedBy] },
    );
  }

  private async notifyAsker(tx: Transaction, row: PartyLoanRow): Promise<void> {
    const { id: partyLoanId, state, requestedBy, partyName, reason, startsAt, loanId } = row;
    const kind = state === 'agreed' ? 'partyLoanAgreed' : 'partyLoanNotAgreed';
    await this.notices.write(tx, [
      {
        personIds: [requestedBy],
        about: { partyLoanId, ...(loanId === null ? {} : { loanId }) },
        title: await this.titleOf(tx, row),
        kind,
        why: 'actsForParty',
        cause: `partyLoan/${partyLoanId}/${state}`,
        values: { partyName, startsAt: startsAt.toISOString(), ...(reason === null ? {} : { reason }) },
      },
    ]);
  }

  private async titleOf(tx: Transaction, { resourceId }: PartyLoanRow): Promise<string | null> {
    const resource = await this.booking.find(tx, resourceId);
    return resource && toldTitle(resource.ownerKind, resource.title);
  }
}

function audited(row: PartyLoanRow): Record<string, unknown> {
  const { partyKind, partyId, unionId, resourceId, startsAt, endsAt, quantity, state, reason, loanId } = row;
  return { partyKind, partyId, unionId, resourceId, startsAt, endsAt, quantity, state, reason, loanId };
}
