import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  duesContract,
  type DuesRuleView,
  type DuesSumsView,
  type DuesView,
  type ListDues,
  type ListDuesRules,
  type MemberDuesId,
  type SetDuesRule,
  type SetMonthlyDues,
  type SumDues,
} from '@gongxiang/contracts/membership/dues/dues.contract';
import { type ActionRule, type CallContext, DomainError, fromWire, maskName, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonalData } from '../persons/crypto/personal-data.js';
import type { UnionRow } from '../unions/union/union.entity.js';
import { UnionRepository } from '../unions/union/union.repository.js';
import { actions } from './actions.js';
import { DuesPresenter } from './dues-presenter.js';
import type { DuesRuleRow } from './dues.entity.js';
import { duesOfWage, ruleIn } from './dues.model.js';
import { type DuesMember, DuesRepository } from './dues.repository.js';

/** Rules of dues, and what each member owes. */
@Injectable()
export class DuesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly dues: DuesRepository,
    private readonly presenter: DuesPresenter,
    private readonly personalData: PersonalData,
  ) {}

  @Handles(duesContract.setRule)
  setRule(request: SetDuesRule, call: CallContext): Promise<Outcome<DuesRuleView>> {
    return this.transactions.command(call, duesContract.setRule, request, async (tx) => {
      const union = await this.unionOf(tx, request.unionId, '/unionId');
      tx.authorise(actions.setDuesRule, { paths: [union.path], visible: true });
      const terms = termsOf(request);
      const before = await this.dues.lockRule(tx, union.id, request.fromMonth);
      const row: DuesRuleRow = {
        id: before?.id ?? newId(),
        unionId: union.id,
        fromMonth: request.fromMonth,
        ...terms,
        createdAt: tx.now,
      };
      await (before === null ? this.dues.insertRule(tx, row) : this.dues.updateRule(tx, row));
      tx.audit({ noun: 'duesRule', id: row.id, before: before && stateOf(before), after: stateOf(row) });
      return this.presenter.ruleView(row, union.name);
    });
  }

  @Handles(duesContract.listRules)
  listRules(request: ListDuesRules, call: CallContext): Promise<Page<DuesRuleView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeDuesRules, {});
      const union = await this.unionOf(tx, request.union, '/union');
      const rows = await this.dues.listRules(tx, { ...request, unionId: union.id });
      const views = rows.map((row) => this.presenter.ruleView(row, union.name));
      return toPage(views, { limit: request.limit, cursorOf: ({ fromMonth }) => [fromMonth] });
    });
  }

  @Handles(duesContract.get)
  get({ memberId }: MemberDuesId, call: CallContext): Promise<DuesView> {
    return this.transactions.read(call, async (tx) =>
      this.viewOf(tx, await this.memberFor(tx, memberId, actions.seeDues)),
    );
  }

  @Handles(duesContract.mine)
  mine(_request: object, call: CallContext): Promise<DuesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnDues, {});
      const member = await this.dues.findOpenOf(tx, tx.personId);
      if (member === null) throw new DomainError('DUES_NO_MEMBERSHIP');
      return this.viewOf(tx, member);
    });
  }

  @Handles(duesContract.list)
  list(request: ListDues, call: CallContext): Promise<Page<DuesView>> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unionOf(tx, request.union, '/union');
      tx.authorise(actions.listDues, { paths: [union.path], visible: true });
      const { payer, ...rest } = request;
      const filter = {
        ...rest,
        unionId: union.id,
        ...(payer === undefined ? {} : { payer: maskName(payer) }),
      };
      const members = await (request.unpaid === true
        ? this.presenter.owing(tx, filter)
        : this.dues.listMembers(tx, filter));
      const views = await this.presenter.listed(tx, members);
      return toPage(views, { limit: request.limit, cursorOf: ({ memberId }) => [memberId] });
    });
  }

  @Handles(duesContract.sums)
  sums({ union: unionId, ...asked }: SumDues, call: CallContext): Promise<DuesSumsView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unionOf(tx, unionId, '/union');
      tx.authorise(actions.listDues, { paths: [union.path], visible: true });
      return this.presenter.sums(tx, { ...asked, unionId: union.id });
    });
  }

  /** The wage is in no row, no stored answer and no audit value. */
  @Handles(duesContract.setMonthly)
  setMonthly(request: SetMonthlyDues, call: CallContext): Promise<Outcome<DuesView>> {
    const comparable = { keyed: this.personalData.hash('request', JSON.stringify(request)) };
    return this.transactions.command(call, duesContract.setMonthly, comparable, async (tx) => {
      const member = await this.memberFor(tx, request.memberId, actions.recordDues);
      const wageFen = fromWire(request.monthlyBaseWage, '/monthlyBaseWage');
      if (wageFen <= 0n) throw new DomainError('DUES_AMOUNT', { pointer: '/monthlyBaseWage' });
      const { fromMonth } = request;
      const rule = ruleIn(fromMonth, await this.dues.rulesAt(tx, member.unionPath));
      if (rule === undefined || rule.percent === null)
        throw new DomainError('DUES_NOT_BY_WAGE', { pointer: '/fromMonth' });
      const monthlyFen = duesOfWage(wageFen, rule.percent);
      await this.dues.setAmount(tx, { membershipId: member.id, fromMonth, monthlyFen });
      // From what is due the wage could be computed: the trail has the fact alone.
      tx.audit({ noun: 'dues', id: member.id, after: { fromMonth, isSet: true } });
      return this.viewOf(tx, member);
    });
  }

  private async viewOf(tx: Transaction, member: DuesMember): Promise<DuesView> {
    const [view] = await this.presenter.viewsOf(tx, [member]);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  /** A member whose dues the caller may not see is NOT_FOUND. */
  private async memberFor(tx: Transaction, memberId: string, rule: ActionRule): Promise<DuesMember> {
    const member = await this.dues.findMember(tx, memberId);
    const subject = { paths: member ? [member.unionPath] : [], personId: member?.personId ?? '' };
    tx.authorise(actions.seeDues, subject);
    tx.authorise(rule, { ...subject, visible: true });
    if (member === null) throw new DomainError('NOT_FOUND');
    return member;
  }

  private async unionOf(tx: Transaction, id: string, pointer: string): Promise<UnionRow> {
    const union = await this.unions.findById(tx, id);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer });
    return union;
  }
}

/** @throws DomainError `DUES_RULE_INCOMPLETE`, `DUES_AMOUNT` */
function termsOf({ kind, ...request }: SetDuesRule): Pick<DuesRuleRow, 'kind' | 'percent' | 'flatFen'> {
  const percent = request.percent ?? null;
  const flatFen = request.amount ? fromWire(request.amount, '/amount') : null;
  if ((kind === 'rate') !== (percent !== null))
    throw new DomainError('DUES_RULE_INCOMPLETE', { pointer: '/percent' });
  if ((kind === 'flat') !== (flatFen !== null))
    throw new DomainError('DUES_RULE_INCOMPLETE', { pointer: '/amount' });
  if (flatFen !== null && flatFen <= 0n) throw new DomainError('DUES_AMOUNT', { pointer: '/amount' });
  return { kind, percent, flatFen };
}

function stateOf({ unionId, fromMonth, kind, percent, flatFen }: DuesRuleRow) {
  return { unionId, fromMonth, kind, percent, flatFen: flatFen?.toString() ?? null };
}
