import { Injectable } from '@nestjs/common';
import type {
  CorrectedField,
  CorrectionView,
} from '@gongxiang/contracts/membership/members/correction.contract';
import { maskName, maskPhone, maskResidentNumber, mayDo } from '@gongxiang/domain';
import { canonicalJson, noteLook, type Transaction } from '@gongxiang/persistence';
import { actions as personActions } from '../../persons/actions.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { actions } from '../actions.js';
import { decidedAt } from './correction.model.js';
import type { CorrectionRow, MaskedChange } from './correction.entity.js';
import type { CorrectionRecord } from './correction.repository.js';

export const masks: Readonly<Record<CorrectedField, (value: string) => string>> = {
  name: maskName,
  residentNumber: maskResidentNumber,
  phone: maskPhone,
};

const newColumns = {
  name: 'newName',
  residentNumber: 'newResidentNumber',
  phone: 'newPhone',
} as const satisfies Readonly<Record<CorrectedField, keyof CorrectionRow>>;

/** Decides which values of a correction leave the service. */
@Injectable()
export class CorrectionPresenter {
  constructor(private readonly personalData: PersonalData) {}

  viewOf(tx: Transaction, record: CorrectionRecord): CorrectionView {
    const { id, version, state, personId, unionId, unionName, proposedBy } = record;
    const reader = readerOf(tx, record);
    const acts = actsOf(tx, record, reader);
    const { seesName } = reader;
    if (seesName) noteLook(tx, 'correction', [personId]);
    return {
      id,
      version,
      state,
      personId,
      personName: seesName ? this.personalData.open(personId, 'name', record.personName) : record.maskedName,
      unionId,
      unionName,
      changes: record.changes.map((change) => this.changeOf(record, change, acts.waitsForMe)),
      byPerson: personId === proposedBy,
      proposerName: record.proposerName,
      proposedAt: record.proposedAt.toISOString(),
      note: seesName ? this.openText(personId, record.note) : null,
      deciderName: record.deciderName,
      decidedAt: record.decidedAt?.toISOString() ?? null,
      effectiveAt: state === 'delayed' ? (record.effectiveAt?.toISOString() ?? null) : null,
      reason: seesName ? this.openText(personId, record.reason) : null,
      reverses: record.reverses,
      ...acts,
    };
  }

  /** The answer stored for replays contains no value in the clear. */
  withoutValues(view: CorrectionView): CorrectionView {
    const changes = view.changes.map((change) => ({ ...change, after: masks[change.field](change.after) }));
    return { ...view, personName: maskName(view.personName), changes, note: null, reason: null };
  }

  sealText(personId: string, text: string | null | undefined): string | null {
    return text ? this.personalData.seal(personId, 'correction', text) : null;
  }

  /** Encrypted values can only be compared by their keyed hash; the stored request hash must not reveal them. */
  keyedHash(request: unknown): string {
    return this.personalData.hash('request', canonicalJson(request));
  }

  /** Whoever decides has to compare the new value with the paper, so they see all of it. */
  private changeOf(record: CorrectionRecord, change: MaskedChange, isWhole: boolean): MaskedChange {
    const sealed = record[newColumns[change.field]];
    if (!isWhole || sealed === null) return change;
    return { ...change, after: this.personalData.open(record.personId, change.field, sealed) };
  }

  private openText(personId: string, sealed: string | null): string | null {
    return sealed && this.personalData.open(personId, 'correction', sealed);
  }
}

interface Reader {
  /** They see the name, and what was written about it. */
  readonly seesName: boolean;
  readonly isOfficer: boolean;
  readonly isOwn: boolean;
  readonly isProposer: boolean;
}

function readerOf(tx: Transaction, { personId, unionPath, proposedBy }: CorrectionRecord): Reader {
  const { actor } = tx.call;
  if (actor === null) return { seesName: false, isOfficer: false, isOwn: false, isProposer: false };
  return {
    seesName: mayDo(actor, personActions.seeMember, { paths: [unionPath], personId }),
    isOfficer: mayDo(actor, actions.makeCorrection, { paths: [unionPath] }),
    isOwn: actor.personId === personId,
    isProposer: actor.personId === proposedBy,
  };
}

type Acts = Pick<CorrectionView, 'hasPaper' | 'waitsForMe' | 'mayWithdraw' | 'mayReverse'>;

/** What the caller can see and do beyond the facts. */
function actsOf(tx: Transaction, record: CorrectionRecord, { isOfficer, isOwn, isProposer }: Reader): Acts {
  const { state, paperKey, erasedAt } = record;
  return {
    hasPaper: paperKey !== null && (isProposer || isOfficer),
    waitsForMe: state === 'waiting' && mayDecide(tx, record),
    mayWithdraw: state === 'waiting' && isProposer,
    mayReverse: state === 'applied' && erasedAt === null && isOfficer && !isOwn,
  };
}

/** Whether the caller may decide: an officer in charge who is neither its person nor has asked for it. */
export function mayDecide(tx: Transaction, record: CorrectionRecord): boolean {
  const { actor } = tx.call;
  if (actor === null || actor.personId === record.proposedBy || actor.personId === record.personId)
    return false;
  return mayDo(actor, actions.decideCorrection, { paths: [decidingPathOf(record)] });
}

export function decidingPathOf({ changes, unionPath, rolePaths }: CorrectionRecord): string {
  return decidedAt({ fields: changes.map(({ field }) => field), unionPath, rolePaths });
}
