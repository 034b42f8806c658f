import { Injectable } from '@nestjs/common';
import type {
  DuesPaymentView,
  DuesRuleView,
  DuesSumsView,
  DuesView,
} from '@gongxiang/contracts/membership/dues/dues.contract';
import { duesReference, mayDo, shanghaiDate, toWire } from '@gongxiang/domain';
import { noteLook, rowsFor, toPage, type Transaction } from '@gongxiang/persistence';
import { actions as personActions } from '../persons/actions.js';
import { PersonalData } from '../persons/crypto/personal-data.js';
import type { DuesRuleRow } from './dues.entity.js';
import {
  arrearsOf,
  type DuesAccount,
  duesMonths,
  dueOf,
  noSums,
  openOf,
  withAccounts,
} from './dues.model.js';
import {
  type DuesMember,
  DuesRepository,
  type NamedPayment,
  type PageFilter,
  type Summed,
} from './dues.repository.js';

const monthsShown = 24;
/** Members whose dues are computed with one set of queries. */
const blockSize = 500;

/** What a member owes and has paid. */
export type MemberAccount = DuesAccount & { readonly member: DuesMember };

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

  /** Members of a union who owe something, so many as make a page. */
  async owing(tx: Transaction, { limit, ...filter }: PageFilter): Promise<DuesMember[]> {
    const wanted = rowsFor(limit);
    const found: DuesMember[] = [];
    for await (const accounts of this.accounts(tx, filter)) {
      found.push(...accounts.filter((account) => arrearsOf(account) > 0n).map(({ member }) => member));
      if (found.length >= wanted) break;
    }
    return found.slice(0, wanted);
  }

  async sums(tx: Transaction, { year, ...filter }: Summed): Promise<DuesSumsView> {
    let sums = noSums;
    for await (const accounts of this.accounts(tx, filter)) sums = withAccounts(sums, accounts, year);
    const { dueFen, openFen, owing, unknown } = sums;
    const paidFen = await this.dues.received(tx, { ...filter, ...(year === undefined ? {} : { year }) });
    return { due: toWire(dueFen), paid: toWire(paidFen), open: toWire(openFen), owing, unknown };
  }

  /** @param members of one union */
  async viewsOf(tx: Transaction, members: readonly DuesMember[]): Promise<DuesView[]> {
    const thisMonth = monthOf(tx);
    return (await this.accountsOf(tx, members)).map(({ member, months, paidFen }) => {
      const dueFen = dueOf(months);
      const newest = months.at(-1);
      const monthlyFen = newest?.month === thisMonth ? newest.dueFen : 0n;
      return {
        memberId: member.id,
        personId: member.personId,
        memberName: member.maskedName,
        unionId: member.unionId,
        unionName: member.unionName,
        reference: duesReference({ year: Number(thisMonth.slice(0, 4)), number: member.duesNumber }),
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

  /** What a member may still pay up to a month, in fen; null if it is not known. */
  async openUntil(tx: Transaction, member: DuesMember, month: string): Promise<bigint | null> {
    const rules = await this.dues.rulesAt(tx, member.unionPath);
    const amounts = (await this.dues.amountsOf(tx, [member.id])).get(member.id) ?? [];
    const paidFen = (await this.dues.paidOf(tx, [member.id])).get(member.id) ?? 0n;
    return openOf({ months: duesMonths(member, { rules, amounts }, month), paidFen }, rules.length > 0);
  }

  /** What is due follows from the rules and is in no column: members are read block by block. */
  async *accounts(
    tx: Transaction,
    { cursor, ...filter }: Omit<PageFilter, 'limit'>,
  ): AsyncGenerator<MemberAccount[]> {
    let from = cursor;
    while (true) {
      const rows = await this.dues.listMembers(tx, {
        ...filter,
        limit: blockSize,
        ...(from === undefined ? {} : { cursor: from }),
      });
      const page = toPage(rows, { limit: blockSize, cursorOf: ({ id }) => [id] });
      yield await this.accountsOf(tx, page.items);
      if (page.nextCursor === null) return;
      from = page.nextCursor;
    }
  }

  /** @param members of one union */
  async accountsOf(tx: Transaction, members: readonly DuesMember[]): Promise<MemberAccount[]> {
    const [first] = members;
    if (first === undefined) return [];
    const ids = members.map(({ id }) => id);
    const rules = await this.dues.rulesAt(tx, first.unionPath);
    const amounts = await this.dues.amountsOf(tx, ids);
    const paid = await this.dues.paidOf(tx, ids);
    const thisMonth = monthOf(tx);
    return members.map((member) => ({
      member,
      months: duesMonths(member, { rules, amounts: amounts.get(member.id) ?? [] }, thisMonth),
      paidFen: paid.get(member.id) ?? 0n,
    }));
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
    personId,
    maskedName,
    amountFen,
    recordedAt,
    bankLineId,
    ...row
  }: NamedPayment): DuesPaymentView {
    const { id, unionId, paidOn, receiptNumber, receiptYear, note, reverses } = row;
    return {
      id,
      unionId,
      memberId,
      personId,
      memberName: maskedName,
      amount: toWire(amountFen),
      paidOn,
      receiptNumber,
      receiptYear,
      note,
      byBank: bankLineId !== null,
      reverses,
      recordedAt: recordedAt.toISOString(),
    };
  }
}

/** The month that is due. */
function monthOf(tx: Transaction): string {
  return shanghaiDate(tx.now).slice(0, 7);
}
