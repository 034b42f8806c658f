import { Injectable } from '@nestjs/common';
import { affairsEvents } from '@gongxiang/contracts/affairs/affairs-events';
import {
  matterPaymentContract,
  type MatterPayeesView,
  type MatterPayeeView,
  type MatterPaymentId,
  type RequestMatterPayment,
} from '@gongxiang/contracts/affairs/matters/matter-payment.contract';
import type { MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { MatterPaymentChanged } from '@gongxiang/contracts/settlement/settlement-events';
import { type CallContext, DomainError, moneyText, newId, toWire } from '@gongxiang/domain';
import { raiseNotices, recordEvent } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { noteLook, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { MatterRow } from '../matter/matter.entity.js';
import { MatterRepository } from '../matter/matter.repository.js';
import { MatterSeal } from '../matter/matter-seal.js';
import { MatterWriter } from '../matter/matter-writer.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import type { MatterPaymentRow } from './matter-payment.entity.js';
import { entryOf, ruledPayment } from './matter-payment.model.js';
import { MatterPaymentRepository } from './matter-payment.repository.js';

/** Asks settlement for the money that follows from a decision, and hears what became of it. */
@Injectable()
export class MatterPaymentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly payments: MatterPaymentRepository,
    private readonly matters: MatterRepository,
    private readonly services: ServiceItemRepository,
    private readonly references: ReferenceRepository,
    private readonly seal: MatterSeal,
    private readonly writer: MatterWriter,
  ) {}

  @Handles(matterPaymentContract.request)
  request(request: RequestMatterPayment, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterPaymentContract.request, request, async (tx) => {
      const matter = await this.writer.lock(tx, request.matterId, 'requestPayment');
      const { pays } = await this.services.edition(tx, matter.serviceId, matter.edition);
      const last = await this.payments.last(tx, matter.id);
      const { expenseCode, amountFen, weights } = ruledPayment(pays, last, request);
      const payees = request.payees.map(({ label, name, account }) => ({
        pseudonym: newId(),
        label,
        name: name ?? null,
        account: account ?? null,
      }));
      const id = newId();
      const { unionId } = matter;
      await this.payments.insert(tx, {
        id,
        matterId: matter.id,
        unionId,
        amountFen,
        state: 'asked',
        told: 0,
        sealedPayees: this.seal.sealPayees(id, JSON.stringify(payees)),
        askedBy: tx.personId,
        askedAt: tx.now,
        paidOn: null,
        changedAt: tx.now,
      });
      await this.writer.save(tx, matter, {}, { event: 'paymentRequested', text: moneyText(amountFen) });
      await recordEvent(tx, affairsEvents.matterPaymentRequested, id, {
        requestId: id,
        matterNumber: matter.number,
        unionId,
        amount: toWire(amountFen),
        expenseCode,
        payees: payees.map(({ pseudonym }, at) => ({ pseudonym, weight: weights[at] ?? 1 })),
        askedBy: tx.personId,
      });
      return this.writer.view(tx, matter.id);
    });
  }

  /** Whoever pays has to know whom: the person of the matter sees who has looked. */
  @Handles(matterPaymentContract.payees)
  payees({ matterPaymentId }: MatterPaymentId, call: CallContext): Promise<MatterPayeesView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.payments.find(tx, matterPaymentId);
      const union = row && (await this.references.findUnion(tx, row.unionId));
      tx.authorise(actions.seePayees, { paths: union === null ? [] : [union.path] });
      if (row === null) throw new DomainError('NOT_FOUND');
      if (row.state === 'asked' || row.state === 'refused') throw new DomainError('MATTER_PAYEES_SEALED');
      const matter = await this.matters.findRow(tx, row.matterId);
      if (matter !== null && matter.personId !== null) noteLook(tx, 'matter', [matter.personId]);
      const opened = this.seal.openPayees(row.id, row.sealedPayees);
      return { items: opened === null ? [] : (JSON.parse(opened) as MatterPayeeView[]) };
    });
  }

  /** What settlement says comes in any order: an older word than the last one says nothing. */
  async changed(tx: Transaction, news: MatterPaymentChanged): Promise<void> {
    const { requestId, version, state, reason, paidOn } = news;
    const found = await this.payments.find(tx, requestId);
    const matter = found && (await this.matters.lock(tx, found.matterId));
    // Read again under the lock of the matter, which whoever asks for another one takes as well.
    const before = matter && (await this.payments.find(tx, requestId));
    if (matter === null || before === null || before.told >= version) return;
    await this.payments.update(tx, { ...before, state, paidOn, told: version, changedAt: tx.now });
    const event = entryOf[state];
    if (event === null) return;
    await this.writer.save(tx, matter, {}, { event, text: reason ?? moneyText(before.amountFen) });
    await this.notify(tx, matter, before, state);
  }

  private async notify(
    tx: Transaction,
    { id, personId, handlerId, serviceId, edition }: MatterRow,
    payment: MatterPaymentRow,
    state: MatterPaymentChanged['state'],
  ): Promise<void> {
    const { name } = await this.services.edition(tx, serviceId, edition);
    const person = personId === null ? [] : [personId];
    const handler = handlerId === null ? [] : [handlerId];
    const toPerson = { personIds: person, why: 'broughtMatter' } as const;
    const toHandler = { personIds: handler, why: 'handlesMatter' } as const;
    const kind = noticeOf[state];
    if (kind === null) return;
    const whom = {
      matterPaid: [toPerson],
      matterPaymentRefused: [toPerson, toHandler],
      matterPaymentReturned: [toHandler],
    };
    await raiseNotices(
      tx,
      'affairs',
      whom[kind].map((one) => ({
        ...one,
        kind,
        about: { matterId: id },
        title: name,
        values: { fen: String(payment.amountFen) },
        cause: `${kind}/${payment.id}/${one.why}`,
      })),
    );
  }
}

const noticeOf = {
  asked: null,
  approved: null,
  refused: 'matterPaymentRefused',
  paid: 'matterPaid',
  returned: 'matterPaymentReturned',
} as const;
