import { Injectable } from '@nestjs/common';
import {
  type DisclosureContentView,
  disclosedActivitiesMax,
} from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import { expenseCodes } from '@gongxiang/contracts/settlement/fund';
import { DomainError, sum, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { BudgetReader } from '../../funding/budget/budget-reader.js';
import { type Figures, figuresOf } from '../../funding/budget/budget-report.model.js';
import { namedParty, type PartyNames } from '../../reference/named-party.js';
import { type KnownParty, ReferenceRepository } from '../../reference/reference.repository.js';
import { SpendingRepository } from '../../funding/spending/spending.repository.js';
import {
  addedUp,
  type DisclosedActivity,
  disclosedActivities,
  type PartyAmount,
  type SelfPaid,
} from './disclosure.model.js';
import { DisclosureRepository } from './disclosure.repository.js';

/** Compiles a union's yearly disclosure from the current books. It does not check permissions. */
@Injectable()
export class DisclosureContent {
  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly budgets: BudgetReader,
    private readonly spending: SpendingRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError 422 `DISCLOSURE_TOO_LONG` */
  async draw(tx: Transaction, union: KnownParty, year: number): Promise<DisclosureContentView> {
    const { unionId, unionPath, name: unionName } = union;
    const party = `union:${unionId}`;
    const period = { from: `${year}-01-01`, to: `${year}-12-31` };
    const pools = await this.spending.poolsOf(tx, { unionId, ...period });
    const selfPaid = await this.disclosures.selfPaid(
      tx,
      pools.map(({ id }) => id),
    );
    const disclosed = disclosedActivities(party, pools, selfPaid, period);
    if (disclosed.length > disclosedActivitiesMax)
      throw new DomainError('DISCLOSURE_TOO_LONG', { params: { activitiesMax: disclosedActivitiesMax } });
    const ids = disclosed.map(({ matterId }) => matterId);
    const { number: budgetNumber, report } = await this.budgets.inForce(tx, unionId, year);
    const loans = await this.disclosures.loanMoney(tx, { unionId, ...period });
    const heads = await this.spending.headsOf(tx, unionPath, ids);
    const titles = await this.spending.titlesOf(tx, ids);
    const keys = disclosed.flatMap(({ shares, payers }) => [...shares, ...payers].map((one) => one.party));
    const names = await this.references.parties(tx, [...new Set(keys)]);
    return {
      unionId,
      unionName,
      year,
      budgetNumber,
      total: figuresView(report.total),
      cost: toWire(sum(disclosed.map(({ cost }) => cost))),
      subsidies: toWire(sum(disclosed.map(({ subsidy }) => subsidy))),
      selfPaid: selfPaidView(addedUp(disclosed.map((one) => one.selfPaid))),
      heads: disclosed.reduce((count, { matterId }) => count + (heads.get(matterId) ?? 0), 0),
      loansBorne: toWire(loans.borne),
      loansEarned: toWire(loans.earned),
      codes: expenseCodes.flatMap((expenseCode) => {
        const code = report.codes.find((one) => one.expenseCode === expenseCode);
        if (code === undefined || (code.planned === 0n && code.borne === 0n)) return [];
        return [{ expenseCode, ...figuresView(figuresOf(code.planned, code.borne)) }];
      }),
      activities: disclosed.map((one) =>
        activityView(one, { matter: titles.get(one.matterId), heads: heads.get(one.matterId), names }),
      ),
    };
  }
}

interface MatterTitle {
  readonly title: string;
  /** Null for a shared bill. */
  readonly activityId: string | null;
}

function activityView(
  { matterId, cost, borne, subsidy, selfPaid, shares, payers }: DisclosedActivity,
  {
    matter = { title: '', activityId: matterId },
    heads = 0,
    names,
  }: { matter?: MatterTitle | undefined; heads?: number | undefined; names: PartyNames },
) {
  const amounts = (list: readonly PartyAmount[]) =>
    list.map(({ party, amount }) => ({ party: namedParty(party, names), amount: toWire(amount) }));
  return {
    ...matter,
    heads,
    cost: toWire(cost),
    borne: toWire(borne),
    subsidy: toWire(subsidy),
    selfPaid: selfPaidView(selfPaid),
    perHead: heads === 0 || borne <= 0n ? null : toWire(borne / BigInt(heads)),
    shares: amounts(shares),
    payers: amounts(payers),
  };
}

function selfPaidView({ amount, heads }: SelfPaid) {
  return { amount: toWire(amount), heads };
}

function figuresView({ planned, borne, left, isOver }: Figures) {
  return { planned: toWire(planned), borne: toWire(borne), left: toWire(left), isOver };
}
