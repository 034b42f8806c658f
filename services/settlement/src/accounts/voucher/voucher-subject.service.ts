import { Injectable } from '@nestjs/common';
import {
  type MapVoucherSubjectsRequest,
  voucherContract,
  type VoucherSubjectsRequest,
  type VoucherSubjectsView,
} from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import { type ActionRule, type CallContext, DomainError, partyKey } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { subjectsOf } from './voucher-subjects.js';
import type { VoucherSubjectMapRow } from './voucher.entity.js';
import { VoucherRepository } from './voucher.repository.js';

/** The mapping of subjects to a union's own books. */
@Injectable()
export class VoucherSubjectService {
  constructor(
    private readonly transactions: Transactions,
    private readonly vouchers: VoucherRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(voucherContract.subjects)
  get({ unionId }: VoucherSubjectsRequest, call: CallContext): Promise<VoucherSubjectsView> {
    return this.transactions.read(call, async (tx) => {
      await this.authorise(tx, unionId, actions.seeVouchers);
      return viewOf(unionId, await this.vouchers.subjectMap(tx, unionId));
    });
  }

  /** Replaces the union's own mapping. @throws DomainError `VERSION_STALE`; 422 `SUBJECT_TWICE` with its pointer */
  @Handles(voucherContract.mapSubjects)
  map(request: MapVoucherSubjectsRequest, call: CallContext): Promise<Outcome<VoucherSubjectsView>> {
    return this.transactions.command(call, voucherContract.mapSubjects, request, async (tx) => {
      const { unionId, subjects } = request;
      await this.authorise(tx, unionId, actions.mapVoucherSubjects);
      const before = await this.vouchers.lockSubjectMap(tx, unionId);
      requireVersion(tx, before?.version ?? 0);
      const names = subjects.map(({ subject }) => subject);
      const again = names.findIndex((name, index) => names.indexOf(name) < index);
      if (again >= 0) throw new DomainError('SUBJECT_TWICE', { pointer: `/subjects/${again}/subject` });
      const row: VoucherSubjectMapRow = {
        unionId,
        version: (before?.version ?? 0) + 1,
        subjects: subjects.map(({ subject, code, name }) => ({ subject, code, name })),
        changedBy: tx.personId,
        changedAt: tx.now,
      };
      // Two first mappings were created concurrently; the other one exists now, with the same version.
      const isSaved = await this.vouchers.saveSubjectMap(tx, row);
      if (!isSaved) throw new DomainError('VERSION_STALE', { params: { version: row.version } });
      tx.audit({
        noun: 'voucherSubjects',
        id: unionId,
        before: { subjects: before?.subjects ?? [] },
        after: { subjects: row.subjects },
      });
      return viewOf(unionId, row);
    });
  }

  private async authorise(tx: Transaction, unionId: string, rule: ActionRule): Promise<void> {
    const key = partyKey({ kind: 'union', id: unionId });
    const union = (await this.references.parties(tx, [key])).get(key);
    if (union === undefined) throw new DomainError('NOT_FOUND');
    const paths = [union.unionPath];
    tx.authorise(rule, { paths, visible: maySee(tx.call.actor, actions.seeVouchers, paths) });
  }
}

function viewOf(unionId: string, row: VoucherSubjectMapRow | null): VoucherSubjectsView {
  return { unionId, version: row?.version ?? 0, subjects: subjectsOf(row?.subjects ?? []) };
}
