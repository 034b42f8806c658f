import { Injectable } from '@nestjs/common';
import type { VisitLine, VisitReason, VisitView } from '@gongxiang/contracts/affairs/records/visit.contract';
import { DomainError, isSelf, officesOf, toWire } from '@gongxiang/domain';
import { erasedName, noteLook, type Transaction } from '@gongxiang/persistence';
import { MatterRepository } from '../../matters/matter/matter.repository.js';
import { MatterPaymentRepository } from '../../matters/matter-payment/matter-payment.repository.js';
import { withUnions } from '../../reference/with-unions.js';
import { actions } from '../actions.js';
import type { VisitRow } from './visit.entity.js';
import { maySeeVisit, visitActsOf, type VisitRoles } from './visit.model.js';
import { VisitRepository } from './visit.repository.js';
import { VisitSeal } from './visit-seal.js';

/** Opens what is sealed of a visit, and says what the caller is to it. */
@Injectable()
export class VisitPresenter {
  constructor(
    private readonly visits: VisitRepository,
    private readonly matters: MatterRepository,
    private readonly payments: MatterPaymentRepository,
    private readonly seal: VisitSeal,
  ) {}

  /** @throws DomainError `NOT_FOUND` to whom it is nothing */
  rolesOf(tx: Transaction, visit: VisitRow | null): VisitRoles {
    tx.authorise(actions.seeVisits, {});
    const { actor } = tx.call;
    if (visit === null || actor === null) throw new DomainError('NOT_FOUND');
    const roles = {
      isPerson: isSelf(actor, visit.personId),
      isVisitor: visit.visitorIds.some((id) => isSelf(actor, id)),
      isOfficer: officesOf(actor, actions.listVisits).includes(visit.unionId),
    };
    if (!maySeeVisit(roles)) throw new DomainError('NOT_FOUND');
    return roles;
  }

  async lines(tx: Transaction, rows: readonly VisitRow[]): Promise<VisitLine[]> {
    const names = await this.visits.names(
      tx,
      rows.map(({ personId }) => personId),
    );
    const full = await withUnions(tx, rows);
    return full.map(({ id, version, state, visitedOn, followUpOn, personId, unionName, sealedReason }) => ({
      id,
      version,
      state,
      reason: this.seal.open('reason', id, sealedReason) as VisitReason | null,
      visitedOn,
      personName: names.get(personId) ?? erasedName,
      unionName,
      followUpOn,
    }));
  }

  /** Whoever else reads it is told to the person. */
  async view(tx: Transaction, visit: VisitRow): Promise<VisitView> {
    const roles = this.rolesOf(tx, visit);
    const [line] = await this.lines(tx, [visit]);
    if (line === undefined) throw new DomainError('NOT_FOUND');
    const { personId, enteredBy, enteredAt, followedUpAt, visitorIds } = visit;
    noteLook(tx, 'personRecord', [personId]);
    const names = await this.visits.names(tx, [enteredBy, ...visitorIds]);
    return {
      ...line,
      ...this.words(visit),
      ...(await this.money(tx, visit)),
      own: roles.isPerson,
      personId: roles.isPerson ? null : personId,
      visitors: visitorIds.map((id) => ({
        personId: roles.isPerson ? null : id,
        name: names.get(id) ?? null,
      })),
      enteredByName: names.get(enteredBy) ?? null,
      enteredAt: enteredAt.toISOString(),
      followedUpAt: followedUpAt?.toISOString() ?? null,
      acts: visitActsOf(visit.state, roles).map((act) => ({ act })),
    };
  }

  private words({
    id,
    sealedBrought,
    sealedFound,
    sealedPromise,
    sealedOutcome,
    sealedWithdrawal,
  }: VisitRow) {
    return {
      brought: this.seal.open('brought', id, sealedBrought),
      found: this.seal.open('found', id, sealedFound),
      promised: this.seal.open('promise', id, sealedPromise),
      outcome: this.seal.open('outcome', id, sealedOutcome),
      withdrawnFor: this.seal.open('withdrawal', id, sealedWithdrawal),
    };
  }

  private async money(
    tx: Transaction,
    { id, matterId, sealedAmount }: VisitRow,
  ): Promise<Pick<VisitView, 'amount' | 'paid' | 'matterNumber'>> {
    const fen = this.seal.open('amount', id, sealedAmount);
    const amount = fen === null ? null : toWire(BigInt(fen));
    if (matterId === null) return { amount, paid: null, matterNumber: null };
    const matter = await this.matters.find(tx, matterId);
    const paid = toWire(await this.payments.paidOf(tx, matterId));
    return { amount, paid, matterNumber: matter?.number ?? null };
  }
}
