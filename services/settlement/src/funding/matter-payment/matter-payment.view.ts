import { Injectable } from '@nestjs/common';
import type { MatterPaymentView } from '@gongxiang/contracts/settlement/funding/matter-payment.contract';
import { type Actor, partyKey, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { personName } from '../../reference/named-party.js';
import { maySee } from '../../reference/reach.model.js';
import {
  type KnownParty,
  type PersonNames,
  ReferenceRepository,
} from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { MatterPaymentRow } from './matter-payment.entity.js';
import { hasDoneTheOtherHalf, isPossible, type PaymentAct } from './matter-payment.model.js';

@Injectable()
export class MatterPaymentViews {
  constructor(private readonly references: ReferenceRepository) {}

  async one(tx: Transaction, row: MatterPaymentRow): Promise<MatterPaymentView> {
    const union = await this.references.union(tx, row.unionId);
    const people = await this.references.namesOf(tx, handsOf(row));
    return viewOf(row, { union: { name: union.name, path: union.path }, people, actor: tx.call.actor });
  }

  async all(tx: Transaction, rows: readonly MatterPaymentRow[]): Promise<MatterPaymentView[]> {
    const unions = await this.references.parties(tx, [...new Set(rows.map(keyOf))]);
    const people = await this.references.namesOf(tx, rows.flatMap(handsOf));
    return rows.map((row) =>
      viewOf(row, { union: unionOf(unions.get(keyOf(row))), people, actor: tx.call.actor }),
    );
  }
}

interface Around {
  readonly union: { readonly name: string; readonly path: string };
  readonly people: PersonNames;
  readonly actor: Actor | null;
}

function keyOf({ unionId }: MatterPaymentRow): string {
  return partyKey({ kind: 'union', id: unionId });
}

/** The copy of a union may still be in flight. */
function unionOf(party: KnownParty | undefined): Around['union'] {
  return { name: party?.name ?? '', path: party?.unionPath ?? '' };
}

function handsOf({ askedBy, approvedBy, paidBy }: MatterPaymentRow): (string | null)[] {
  return [askedBy, approvedBy, paidBy];
}

function viewOf(row: MatterPaymentRow, { union, people, actor }: Around): MatterPaymentView {
  const may = (
    rule: (typeof actions)['approveMatterPayment' | 'payMatterPayment'],
    ...acts: PaymentAct[]
  ): boolean =>
    actor !== null &&
    maySee(actor, rule, [union.path]) &&
    acts.some((act) => isPossible(row.state, act) && !hasDoneTheOtherHalf(row, act, actor.personId));
  return {
    id: row.id,
    version: row.version,
    matterNumber: row.matterNumber,
    unionId: row.unionId,
    unionName: union.name,
    amount: toWire(row.amountFen),
    expenseCode: row.expenseCode,
    incomeKind: row.incomeKind,
    state: row.state,
    parts: row.parts.map(({ pseudonym, weight, amountFen }) => ({
      pseudonym,
      weight,
      amount: toWire(BigInt(amountFen)),
    })),
    askedAt: row.askedAt.toISOString(),
    askedBy: row.askedBy,
    askedByName: personName(row.askedBy, people),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    approvedBy: row.approvedBy,
    approvedByName: personName(row.approvedBy, people),
    reason: row.reason,
    bankReference: row.bankReference,
    paidOn: row.paidOn,
    paidBy: row.paidBy,
    paidByName: personName(row.paidBy, people),
    returnedOn: row.returnedOn,
    mayApprove: may(actions.approveMatterPayment, 'approve', 'refuse'),
    mayPay: may(actions.payMatterPayment, 'pay', 'return'),
  };
}
