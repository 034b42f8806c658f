import { Injectable } from '@nestjs/common';
import type { TransferView } from '@gongxiang/contracts/membership/members/transfer.contract';
import { maskName, mayDo } from '@gongxiang/domain';
import { canonicalJson, noteLook, type Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { actions } from '../actions.js';
import {
  actsOf,
  concealedState,
  decidedAt,
  isAgreed,
  lapsesAt,
  objectUntil,
  type Side,
} from './transfer.model.js';
import type { TransferRecord } from './transfer.repository.js';

export type Sides = { readonly [side in Side]: boolean } & { readonly above: boolean };

/** Decides what of a transfer leaves the service, to whom. */
@Injectable()
export class TransferPresenter {
  constructor(private readonly personalData: PersonalData) {}

  viewOf(tx: Transaction, record: TransferRecord): TransferView {
    const sides = sidesOf(tx, record);
    if (isConcealed(record, sides)) return this.concealed(tx, record);
    const { id, version, state, askedBy } = record;
    const mayKnow = sides.person || sides.oldUnion || record.personAgreedAt !== null;
    return {
      id,
      version,
      state,
      askedBy,
      personName: this.nameOf(tx, record, mayKnow),
      fromUnionId: record.fromUnionId,
      fromUnionName: record.fromUnionName,
      toUnionId: record.toUnionId,
      toUnionName: record.toUnionName,
      askedAt: record.askedAt.toISOString(),
      personAgreed: record.personAgreedAt !== null,
      newUnionAgreed: record.newUnionAgreedAt !== null,
      oldUnionAgreed: record.oldUnionAgreedAt !== null,
      objectUntil: objectUntil(record).toISOString(),
      lapsesAt: lapsesAt(record).toISOString(),
      objection: this.open(id, record.objection),
      reason: this.open(id, record.reason),
      endedAt: record.endedAt?.toISOString() ?? null,
      needsSuccessor: record.needsSuccessor && isAgreed(record, tx.now),
      acts: actsOf(record, sides, tx.now),
    };
  }

  /** The answer stored for replays contains neither a name nor what was written. */
  withoutTexts(view: TransferView): TransferView {
    return { ...view, personName: maskName(view.personName), objection: null, reason: null };
  }

  seal(id: string, text: string): string {
    return this.personalData.seal(id, 'transfer', text);
  }

  keyedHash(request: unknown): string {
    return this.personalData.hash('request', canonicalJson(request));
  }

  /** What the new union sees before the person has agreed: what it has entered itself, and nothing else. */
  private concealed(tx: Transaction, record: TransferRecord): TransferView {
    const { id, toUnionId, toUnionName, askedAt } = record;
    const state = concealedState(record, tx.now);
    const isOpen = state === 'asked';
    return {
      id,
      version: isOpen ? 1 : 2,
      state,
      askedBy: 'newUnion',
      personName: this.open(id, record.enteredName) ?? '',
      fromUnionId: null,
      fromUnionName: null,
      toUnionId,
      toUnionName,
      askedAt: askedAt.toISOString(),
      personAgreed: false,
      newUnionAgreed: true,
      oldUnionAgreed: false,
      objectUntil: objectUntil(record).toISOString(),
      lapsesAt: lapsesAt(record).toISOString(),
      objection: null,
      reason: null,
      endedAt: null,
      needsSuccessor: false,
      acts: isOpen ? ['withdraw'] : [],
    };
  }

  private nameOf(
    tx: Transaction,
    { personId, personName, maskedName }: TransferRecord,
    mayKnow: boolean,
  ): string {
    if (!mayKnow || personId === null || personName === null) return maskedName ?? '';
    noteLook(tx, 'record', [personId]);
    return this.personalData.open(personId, 'name', personName);
  }

  private open(id: string, sealed: string | null): string | null {
    return sealed && this.personalData.open(id, 'transfer', sealed);
  }
}

/** On which sides the caller stands; an officer above both unions stands on both. */
export function sidesOf(tx: Transaction, record: TransferRecord): Sides {
  const { actor } = tx.call;
  const { fromPath, toPath, personId } = record;
  if (actor === null) return { person: false, newUnion: false, oldUnion: false, above: false };
  const isOfficerAt = (path: string): boolean => mayDo(actor, actions.decideTransfer, { paths: [path] });
  const isPerson = personId !== null && actor.personId === personId;
  return {
    person: isPerson,
    // Nobody decides on their own membership for a union.
    newUnion: !isPerson && isOfficerAt(toPath),
    oldUnion: !isPerson && fromPath !== null && isOfficerAt(fromPath),
    above:
      !isPerson &&
      fromPath !== null &&
      actor.personId !== record.objectedBy &&
      isOfficerAt(decidedAt(fromPath, toPath)),
  };
}

/** Whether the caller must not learn who it is about, or whether there is anybody. */
export function isConcealed(record: TransferRecord, sides: Sides): boolean {
  const { askedBy, personAgreedAt } = record;
  return askedBy === 'newUnion' && personAgreedAt === null && !sides.person && !sides.oldUnion;
}
