import { Injectable } from '@nestjs/common';
import { affairsEvents } from '@gongxiang/contracts/affairs/affairs-events';
import {
  matterPaymentContract,
  type MatterPayeesView,
  type MatterPayeeView,
  type MatterPaymentId,
  type RequestMatterPayment,
  type StopMatterPayments,
} from '@gongxiang/contracts/affairs/matters/matter-payment.contract';
import type { MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { MatterPaymentChanged } from '@gongxiang/contracts/settlement/settlement-events';
import type { MatterInstalmentState } from '@gongxiang/contracts/words/matter-payment';
import {
  type CallContext,
  daysAfter,
  DomainError,
  moneyText,
  newId,
  shanghaiDate,
  shanghaiMorning,
  sum,
  toWire,
} from '@gongxiang/domain';
import { raiseNotices, recordEvent, schedule } from '@gongxiang/messaging/events';
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
import {
  entryOf,
  failedOf,
  type Instalment,
  mayStopPayments,
  ruledPayment,
  weightsOf,
} from './matter-payment.model.js';
import { MatterPaymentRepository } from './matter-payment.repository.js';

/** Due work: the day of an instalment has come. Its key is the id of the payment. */
export const matterInstalmentDue = 'matter-instalment';

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
      const before = await this.payments.ofMatter(tx, matter.id);
      const today = shanghaiDate(tx.now);
      const parts = ruledPayment(pays, before, request, today);
      const payees = request.payees.map(({ label, name, account }) => ({
        pseudonym: newId(),
        label,
        name: name ?? null,
        account: account ?? null,
      }));
      // What failed may have failed because of an account: what is planned goes to whom is said now.
      for (const row of before.filter(({ state }) => state === 'planned'))
        await this.payments.update(tx, { ...row, sealedPayees: this.sealed(row.id, payees) });
      const rows = parts.map((part) => this.rowOf(tx, matter, part, payees));
      for (const row of rows) await this.payments.insert(tx, row);
      await this.begin(tx, matter, rows);
      return this.writer.view(tx, matter.id);
    });
  }

  @Handles(matterPaymentContract.stop)
  stop({ matterId, reason }: StopMatterPayments, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, matterPaymentContract.stop, { matterId, reason }, async (tx) => {
      const matter = await this.writer.lock(tx, matterId, 'stopPayments');
      if (!mayStopPayments(await this.payments.ofMatter(tx, matterId)))
        throw new DomainError('MATTER_INSTALMENTS_NONE');
      await this.stopAll(tx, matter, reason);
      return this.writer.view(tx, matterId);
    });
  }

  /**
   * The day of an instalment has come: it is asked for like any payment. While the matter is open again, or an earlier one has failed,
   * it waits, and is looked at each morning; of a matter that was withdrawn or decided anew then, or whose payees were erased, nothing is
   * paid any more.
   */
  async due(tx: Transaction, id: string): Promise<void> {
    const found = await this.payments.find(tx, id);
    const matter = found && (await this.matters.lock(tx, found.matterId));
    const row = matter && (await this.payments.find(tx, id));
    if (matter === null || row?.state !== 'planned') return;
    if (isOff(matter, row)) await this.stopAll(tx, matter, null);
    else if (await this.isTurn(tx, matter)) await this.ask(tx, matter, row);
    else await this.plan(tx, row, shanghaiMorning(daysAfter(shanghaiDate(tx.now), 1)));
  }

  private async isTurn(tx: Transaction, { id, state }: MatterRow): Promise<boolean> {
    if (state !== 'decided' && state !== 'closed') return false;
    return failedOf(await this.payments.ofMatter(tx, id)) === null;
  }

  private rowOf(
    tx: Transaction,
    { id: matterId, unionId }: MatterRow,
    { instalment, amountFen, dueOn }: Instalment,
    payees: readonly MatterPayeeView[],
  ): MatterPaymentRow {
    const id = newId();
    const isDue = isDueOn(dueOn, tx.now);
    return {
      id,
      matterId,
      unionId,
      amountFen,
      state: isDue ? 'asked' : 'planned',
      instalment,
      dueOn,
      told: 0,
      sealedPayees: this.sealed(id, payees),
      askedBy: tx.personId,
      askedAt: isDue ? tx.now : null,
      paidOn: null,
      changedAt: tx.now,
    };
  }

  /** Asks for what is due, and plans the rest. */
  private async begin(tx: Transaction, before: MatterRow, rows: readonly MatterPaymentRow[]): Promise<void> {
    let matter = before;
    if (rows.length > 1) {
      const text = moneyText(sum(rows.map(({ amountFen }) => amountFen)));
      matter = await this.writer.save(tx, matter, {}, { event: 'paymentsPlanned', text });
    }
    for (const row of rows) {
      if (row.dueOn === null || isDueOn(row.dueOn, tx.now)) matter = await this.ask(tx, matter, row);
      else await this.plan(tx, row, shanghaiMorning(row.dueOn));
    }
  }

  private plan(tx: Transaction, { id }: MatterPaymentRow, at: Date): Promise<void> {
    return schedule(tx, { kind: matterInstalmentDue, key: id, at });
  }

  private async ask(tx: Transaction, before: MatterRow, row: MatterPaymentRow): Promise<MatterRow> {
    const { id, unionId, amountFen, askedBy } = row;
    const { pays } = await this.services.edition(tx, before.serviceId, before.edition);
    if (pays == null) throw new DomainError('MATTER_PAYS_NOTHING');
    const payees = this.opened(row);
    const weights = weightsOf(pays, payees);
    await this.payments.update(tx, { ...row, state: 'asked', askedAt: tx.now, changedAt: tx.now });
    const entry = { event: 'paymentRequested', text: moneyText(amountFen) } as const;
    const matter = await this.writer.save(tx, before, {}, entry);
    await recordEvent(tx, affairsEvents.matterPaymentRequested, id, {
      requestId: id,
      matterNumber: matter.number,
      unionId,
      amount: toWire(amountFen),
      expenseCode: pays.expenseCode,
      payees: payees.map(({ pseudonym }, at) => ({ pseudonym, weight: weights[at] ?? 1 })),
      askedBy,
    });
    return matter;
  }

  /** What was not asked for yet is not paid any more. @param reason null where it follows from what became of the matter */
  private async stopAll(tx: Transaction, matter: MatterRow, reason: string | null): Promise<void> {
    const rows = (await this.payments.ofMatter(tx, matter.id)).filter(({ state }) => state === 'planned');
    for (const row of rows) await this.payments.update(tx, { ...row, state: 'stopped', changedAt: tx.now });
    await this.writer.save(tx, matter, {}, { event: 'paymentsStopped', text: reason });
    const { name } = await this.services.edition(tx, matter.serviceId, matter.edition);
    await raiseNotices(tx, 'affairs', [
      {
        kind: 'matterPaymentsStopped',
        why: 'broughtMatter',
        personIds: matter.personId === null ? [] : [matter.personId],
        about: { matterId: matter.id },
        title: name,
        values: { fen: String(sum(rows.map(({ amountFen }) => amountFen))) },
        cause: `matterPaymentsStopped/${matter.id}/${matter.version}`,
      },
    ]);
  }

  private sealed(paymentId: string, payees: readonly MatterPayeeView[]): string {
    return this.seal.sealPayees(paymentId, JSON.stringify(payees));
  }

  private opened({ id, sealedPayees }: MatterPaymentRow): MatterPayeeView[] {
    const opened = this.seal.openPayees(id, sealedPayees);
    return opened === null ? [] : (JSON.parse(opened) as MatterPayeeView[]);
  }

  /** Whoever pays has to know whom: the person of the matter sees who has looked. */
  @Handles(matterPaymentContract.payees)
  payees({ matterPaymentId }: MatterPaymentId, call: CallContext): Promise<MatterPayeesView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.payments.find(tx, matterPaymentId);
      const union = row && (await this.references.findUnion(tx, row.unionId));
      tx.authorise(actions.seePayees, { paths: union === null ? [] : [union.path] });
      if (row === null) throw new DomainError('NOT_FOUND');
      if (!shownIn.has(row.state)) throw new DomainError('MATTER_PAYEES_SEALED');
      const matter = await this.matters.findRow(tx, row.matterId);
      if (matter !== null && matter.personId !== null) noteLook(tx, 'matter', [matter.personId]);
      return { items: this.opened(row) };
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

/** Whether an instalment is asked for now; what is asked for as a whole always is. */
function isDueOn(dueOn: string | null, now: Date): boolean {
  return dueOn === null || dueOn <= shanghaiDate(now);
}

/** A plan holds under the decision from which it follows: after another one it is asked for anew, or not at all. */
function isOff({ state, decidedAt }: MatterRow, { sealedPayees, changedAt }: MatterPaymentRow): boolean {
  return state === 'withdrawn' || sealedPayees === null || (decidedAt !== null && decidedAt > changedAt);
}

/** Before it is approved, and where it is not to be paid, whom it is for is nobody's business. */
const shownIn: ReadonlySet<MatterInstalmentState> = new Set(['approved', 'paid', 'returned']);

const noticeOf = {
  asked: null,
  approved: null,
  refused: 'matterPaymentRefused',
  paid: 'matterPaid',
  returned: 'matterPaymentReturned',
} as const;
