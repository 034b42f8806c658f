import { Injectable } from '@nestjs/common';
import type { PendingChangeView } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { mayDo } from '@gongxiang/domain';
import { canonicalJson, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { FieldValue } from './pending-change.entity.js';
import { decidedAt } from './pending-change.model.js';
import type { PendingChangeRecord } from './pending-change.repository.js';

/** Creates the view of a change: both sides see masked names only. */
@Injectable()
export class PendingChangePresenter {
  constructor(private readonly personalData: PersonalData) {}

  viewOf(tx: Transaction, record: PendingChangeRecord): PendingChangeView {
    const { id, version, kind, state, unionId, unionName, role, validTo, proposedBy, proposerName } = record;
    return {
      id,
      version,
      kind,
      state,
      unionId,
      unionName,
      subjectId: record.personId ?? record.enterpriseId ?? unionId,
      subjectName: record.personName ?? record.enterpriseName ?? unionName,
      role,
      validTo,
      changes: record.changes.map(({ field, before, after }) => ({
        field,
        before: textOf(before),
        after: textOf(after),
      })),
      proposedBy,
      proposerName,
      proposedAt: record.proposedAt.toISOString(),
      decidedAt: (record.acceptedAt ?? record.decidedAt)?.toISOString() ?? null,
      reason: record.reason && this.personalData.open(proposedBy, 'pendingChange', record.reason),
      waitsForMe: waitsFor(tx, record),
    };
  }

  seal(proposedBy: string, reason: string): string {
    return this.personalData.seal(proposedBy, 'pendingChange', reason);
  }

  /** The stored request hash must not allow trying out reasons. */
  keyedHash(request: unknown): string {
    return this.personalData.hash('request', canonicalJson(request));
  }
}

function waitsFor(tx: Transaction, record: PendingChangeRecord): boolean {
  const { actor } = tx.call;
  if (record.state === 'offered') return actor?.personId === record.personId;
  if (actor === null || record.state !== 'waiting') return false;
  if (actor.personId === record.proposedBy || actor.personId === record.personId) return false;
  return mayDo(actor, actions.decidePendingChange, { paths: [decidedAt(record)] });
}

function textOf(value: FieldValue): string | null {
  return value === null ? null : String(value);
}
