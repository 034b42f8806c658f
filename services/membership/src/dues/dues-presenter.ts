import { Injectable } from '@nestjs/common';
import type {
  DuesPaymentView,
  DuesRuleView,
  DuesView,
} from '@gongxiang/contracts/membership/dues/dues.contract';
import { mayDo, shanghaiDate, toWire } from '@gongxiang/domain';
import { noteLook, type Transaction } from '@gongxiang/persistence';
import { actions as personActions } from '../persons/actions.js';
import { PersonalData } from '../persons/crypto/personal-data.js';
import type { DuesRuleRow } from './dues.entity.js';
import { duesMonths, dueOf } from './dues.model.js';
import { type DuesMember, DuesRepository, type NamedPayment } from './dues.repository.js';

const monthsShown = 24;

/** What members owe, as it is shown. */
@Injectable()
export class DuesPresenter {
  constructor(
    private readonly dues: DuesRepository,
    private readonly personalData: PersonalData,
  ) {}

  /** With full names for the officers who enter what members pay. Not for answers that are stored for replays. */
  async listed(tx: Transaction, members: readonly DuesMember[]): Promise<DuesView[]> {
    const views = await this.viewsOf(tx, members);
    const { actor } = tx.call;
    const nameOf = new Map(
      members.map(({ id, personId, name, maskedName, unionPath }) => {
        const seesName =
          actor !== null && mayDo(actor, personActions.seeMember, { paths: [unionPath], personId });
        if (seesName) noteLook(tx, 'record', [personId]);
        return [id, seesName ? this.personalData.open(personId, 'name', name) : maskedName];
      }),
    );
    return views.map((view) => ({ ...view, memberName: nameOf.get(view.memberId) ?? view.memberName }));
  }

  /** @param members of one union */
  async viewsOf(tx: Transaction, members: readonly DuesMember[]): Promise<DuesView[]> {
    const [first] = members;
    if (first === undefined) return [];
    const ids = members.map(({ id }) => id);
    const rules = await this.dues.rulesAt(tx, first.unionPath);
    const amounts = await this.dues.amountsOf(tx, ids);
    const paid = await this.dues.paidOf(tx, ids);
    const thisMonth = shanghaiDate(tx.now).slice(0, 7);
    return members.map((member) => {
      const own = amounts.filter(({ membershipId }) => membershipId === member.id);
      const months = duesMonths(member, { rules, amounts: own }, thisMonth);
      const [dueFen, paidFen] = [dueOf(months), paid.get(member.id) ?? 0n];
      const newest = months.at(-1);
      const monthlyFen = newest?.month === thisMonth ? newest.dueFen : 0n;
      return {
        memberId: member.id,
        memberName: member.maskedName,
        unionId: member.unionId,
        unionName: member.unionName,
        monthly: monthlyFen === null ? null : toWire(monthlyFen),
        due: toWire(dueFen),
        paid: toWire(paidFen),
        arrears: toWire(dueFen - paidFen),
        monthsUnknown: months.filter((month) => month.dueFen === null).length,
        months: months
          .slice(-monthsShown)
          .toReversed()
          .map(({ month, dueFen: due }) => ({ month, due: due === null ? null : toWire(due) })),
      };
    });
  }

  ruleView(row: DuesRuleRow, unionName: string): DuesRuleView {
    const { id, unionId, fromMonth, kind, percent, flatFen } = row;
    return {
      id,
      unionId,
      unionName,
      fromMonth,
      kind,
      percent,
      amount: flatFen === null ? null : toWire(flatFen),
    };
  }

  paymentView({
    membershipId: memberId,
    maskedName,
    amountFen,
    recordedAt,
    ...row
  }: NamedPayment): DuesPaymentView {
    const { id, unionId, paidOn, receiptNumber, receiptYear, note, reverses } = row;
    return {
      id,
      unionId,
      memberId,
      memberName: maskedName,
      amount: toWire(amountFen),
      paidOn,
      receiptNumber,
      receiptYear,
      note,
      reverses,
      recordedAt: recordedAt.toISOString(),
    };
  }
}
