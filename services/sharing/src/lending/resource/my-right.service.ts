import { Injectable } from '@nestjs/common';
import {
  grantContract,
  type GrantView,
  type MyRightRequest,
  type MyRightView,
} from '@gongxiang/contracts/sharing/lending/grant.contract';
import { type CallContext, dayMs, DomainError, newPeriod, type Period, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { mandatesFor, placesFor } from '../../reference/mandate/acting.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { monthAt } from './china-time.model.js';
import { GrantRepository } from './grant.repository.js';
import { grantView } from './grant.view.js';
import { explainRefusal, explainRight, type RightStep } from './my-right.model.js';
import { isLimited, leftOf, type MonthUse, type Shortage, shortageOf } from './quota.model.js';
import { ResourceRepository } from './resource.repository.js';
import { byLeastAsked, findRights, reaches, type Right, rightsNow } from './right.model.js';
import { rightWords } from './right-words.model.js';
import { feeOf } from './terms.model.js';
import { UsageRepository } from './usage.repository.js';

const yearDays = 366;
const yearMs = yearDays * dayMs;
const nothing = { grant: null, hoursLeft: null, loansLeft: null, piecesLeft: null, fee: null, deposit: null };

/** The question for one union: the requested time, or the year ahead. */
interface Question {
  readonly resourceId: string;
  readonly union: UnionRef;
  readonly period: Period | null;
  readonly quantity: number;
  readonly horizon: Period;
}

/** Explains to a union whether it may borrow, by which right, and what would have to change if it may not. */
@Injectable()
export class MyRightService {
  constructor(
    private readonly transactions: Transactions,
    private readonly resources: ResourceRepository,
    private readonly grants: GrantRepository,
    private readonly usage: UsageRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(grantContract.mine)
  mine(request: MyRightRequest, call: CallContext): Promise<MyRightView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const resource = await this.resources.findById(tx, request.resourceId);
      if (resource === null) throw new DomainError('NOT_FOUND');
      const period = periodOf(request);
      const union = await this.unionOf(tx, request.unionId);
      if (union === null)
        return rightViewOf(call, { unionId: null, allowed: false, by: null }, [{ code: 'NO_UNION' }]);
      const about = { unionId: union.id, by: null, allowed: false };
      if (!resource.active) return rightViewOf(call, about, [{ code: 'WITHDRAWN' }]);
      if (union.id === resource.ownerUnionId)
        return rightViewOf(call, { ...about, allowed: true, by: 'ownership' }, [{ code: 'OWN' }]);
      const horizon = period ?? { start: tx.now, end: new Date(tx.now.getTime() + yearMs) };
      const { quantity = 1 } = request;
      return this.judge(tx, { resourceId: resource.id, union, period, quantity, horizon }, request);
    });
  }

  /**
   * The caller's own union; for another union the caller must be entitled to borrow, as the answer shows its usage.
   */
  private async unionOf(tx: Transaction, unionId: string | undefined): Promise<UnionRef | null> {
    const own = tx.call.actor?.unionId ?? null;
    if (unionId === undefined || unionId === own)
      return own === null ? null : this.references.knownUnion(tx, own);
    const union = await this.references.knownUnion(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
    const mandates = await mandatesFor(tx, { scope: 'lending', forPaths: [union.path] });
    tx.authorise(actions.requestLoan, { paths: placesFor(union.path, mandates), visible: true });
    return union;
  }

  private async judge(
    tx: Transaction,
    question: Question,
    asked: Pick<MyRightRequest, 'business'>,
  ): Promise<MyRightView> {
    const business = asked.business ?? null;
    const { resourceId, union, period, horizon } = question;
    const borrower = { ...union, unionId: union.id };
    const inForce = (await this.grants.inForce(tx, [resourceId], horizon)).get(resourceId) ?? [];
    const reaching = inForce.filter((right) => reaches(right, borrower)).sort(byLeastAsked);
    const covering =
      period === null
        ? rightsNow(borrower, tx.now, reaching)
        : findRights(borrower, period, reaching, business);
    const { found, use, shortage } = await this.firstLeft(tx, covering, question);
    if (found !== null) return this.allowed(tx, found, question, use);
    const nearest = covering[0] ?? reaching[0] ?? null;
    const steps = explainRefusal(nearest, { period, horizon, business, shortage });
    const grant = nearest && (await this.viewOf(tx, resourceId, nearest));
    return rightViewOf(tx.call, { unionId: union.id, allowed: false, by: null, grant }, steps);
  }

  /** The first of several rights with enough quota left, or the shortage of the first one. */
  private async firstLeft(
    tx: Transaction,
    rights: readonly Right[],
    { union, period, quantity }: Question,
  ): Promise<{ readonly found: Right | null; readonly use?: MonthUse; readonly shortage: Shortage | null }> {
    let shortage: Shortage | null = null;
    for (const right of rights) {
      const used = await this.used(tx, right, union.id, period ?? { start: tx.now, end: tx.now });
      const short = period === null ? null : shortageOf(right.quota, { period, quantity }, used);
      const [use] = used;
      if (short === null) return { found: right, shortage, ...(use === undefined ? {} : { use }) };
      shortage ??= short;
    }
    return { found: null, shortage };
  }

  private async allowed(
    tx: Transaction,
    right: Right,
    { resourceId, union, period }: Question,
    use: MonthUse | undefined,
  ): Promise<MyRightView> {
    const left = leftOf(right.quota, use ?? { minutes: 0, loans: 0, pieces: 0 });
    const fee = period === null ? null : feeOf(right.charge, period);
    const { depositFen } = right.charge;
    const found = {
      unionId: union.id,
      allowed: true,
      by: 'grant' as const,
      grant: await this.viewOf(tx, resourceId, right),
      hoursLeft: left.hours,
      loansLeft: left.loans,
      piecesLeft: left.pieces,
      fee: fee === null ? null : toWire(fee),
      deposit: depositFen === null ? null : toWire(depositFen),
    };
    return rightViewOf(tx.call, found, explainRight(right, { fee, left }));
  }

  private async used(
    tx: Transaction,
    right: Right,
    borrowerUnionId: string,
    period: Period,
  ): Promise<MonthUse[]> {
    if (!isLimited(right.quota)) return [];
    const month = period.start < period.end ? period : monthAt(period.start);
    const used = await this.usage.inMonthsOf(tx, { grantIds: [right.id], borrowerUnionId }, month);
    return used.get(right.id) ?? [];
  }

  private async viewOf(tx: Transaction, resourceId: string, right: Right): Promise<GrantView | null> {
    const row = await this.grants.find(tx, resourceId, right.id);
    return row && grantView(row);
  }
}

function rightViewOf(
  { locale }: CallContext,
  found: Partial<MyRightView> & Pick<MyRightView, 'unionId' | 'allowed' | 'by'>,
  steps: readonly RightStep[],
): MyRightView {
  return {
    ...nothing,
    ...found,
    steps: steps.map((step) => ({ code: step.code, text: rightWords(step, locale) })),
  };
}

/** @throws DomainError `PERIOD_EMPTY` also if one of the two is missing; `LOAN_TOO_LONG` */
function periodOf({ from, to }: MyRightRequest): Period | null {
  if (from === undefined && to === undefined) return null;
  const period = newPeriod(new Date(from ?? ''), new Date(to ?? ''), from === undefined ? '/from' : '/to');
  if (period.end.getTime() - period.start.getTime() > yearMs)
    throw new DomainError('LOAN_TOO_LONG', { pointer: '/to', params: { maxDays: yearDays } });
  return period;
}
