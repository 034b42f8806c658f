import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AddEmployment,
  employmentContract,
  type EmploymentView,
  type EndEmployment,
  type ListEmployments,
  type ListOwnEmployments,
  type ListServedMembers,
  type ServedMemberView,
} from '@gongxiang/contracts/membership/members/employment.contract';
import {
  type ActionRule,
  type CallContext,
  DomainError,
  newId,
  reachOf,
  shanghaiDate,
} from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { noteLook, requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { EnterpriseRepository } from '../../unions/union/enterprise.repository.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { type MemberRecord, MemberRepository } from '../member/member.repository.js';
import { MembershipChanges } from '../member/membership-changes.js';
import type { EmploymentRow } from './employment.entity.js';
import {
  type EmploymentFields,
  employmentOf,
  employmentsMax,
  endedEmployment,
  isSameEmployer,
  kindOf,
  servingUnionOf,
} from './employment.model.js';
import { EmploymentRepository, type NamedEmployment, type ServedRecord } from './employment.repository.js';

/** For whom members work: recorded apart from the membership, which none of it begins or ends. */
@Injectable()
export class EmploymentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly employments: EmploymentRepository,
    private readonly members: MemberRepository,
    private readonly changes: MembershipChanges,
    private readonly enterprises: EnterpriseRepository,
    private readonly unions: UnionRepository,
    private readonly personalData: PersonalData,
  ) {}

  @Handles(employmentContract.add)
  add(request: AddEmployment, call: CallContext): Promise<Outcome<EmploymentView>> {
    const work = async (tx: Transaction): Promise<EmploymentView> => {
      const { id, unionId } = await this.authorised(tx, request.memberId, actions.manageEmployments);
      const { membership } = await this.changes.lock(tx, id);
      if (membership.state === 'ended') throw new DomainError('ILLEGAL_TRANSITION');
      const { personId } = membership;
      const fields = await this.served(tx, employmentOf(request, shanghaiDate(tx.now)), unionId);
      const known = await this.employments.allOf(tx, personId);
      if (known.length >= employmentsMax)
        throw new DomainError('EMPLOYMENTS_TOO_MANY', { params: { max: employmentsMax } });
      if (known.some((one) => isSameEmployer(one, fields))) throw new DomainError('EMPLOYMENT_THERE');
      const row: EmploymentRow = { id: newId(), version: 1, personId, ...fields, createdAt: tx.now };
      await this.employments.insert(tx, row);
      return this.saved(tx, row, null, id);
    };
    return this.transactions.command(call, employmentContract.add, request, work, { keep: withoutKind });
  }

  @Handles(employmentContract.end)
  end(request: EndEmployment, call: CallContext): Promise<Outcome<EmploymentView>> {
    const work = async (tx: Transaction): Promise<EmploymentView> => {
      const { id, personId } = await this.authorised(tx, request.memberId, actions.manageEmployments);
      const { membership } = await this.changes.lock(tx, id);
      const before = await this.employments.lockById(tx, request.employmentId);
      if (before === null || before.personId !== personId || isAfter(before, membership.validTo))
        throw new DomainError('NOT_FOUND');
      requireVersion(tx, before.version);
      const today = shanghaiDate(tx.now);
      const row = endedEmployment(before, request.validTo ?? today, today);
      await this.employments.update(tx, row);
      return this.saved(tx, row, before, id);
    };
    return this.transactions.command(call, employmentContract.end, request, work, { keep: withoutKind });
  }

  /** Of somebody who has left, officers see what began while they were a member. */
  @Handles(employmentContract.list)
  list({ memberId, ...page }: ListEmployments, call: CallContext): Promise<Page<EmploymentView>> {
    return this.transactions.read(call, async (tx) => {
      const { personId, validTo } = await this.authorised(tx, memberId, actions.seeEmployments);
      return this.page(tx, { ...page, personId, before: personId === tx.personId ? null : validTo });
    });
  }

  @Handles(employmentContract.listOwn)
  listOwn(page: ListOwnEmployments, call: CallContext): Promise<Page<EmploymentView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnEmployments, {});
      return this.page(tx, { ...page, personId: tx.personId, before: null });
    });
  }

  @Handles(employmentContract.listServed)
  listServed(request: ListServedMembers, call: CallContext): Promise<Page<ServedMemberView>> {
    return this.transactions.read(call, async (tx) => {
      const paths = await this.pathsOf(tx, request.union);
      tx.authorise(actions.listServedMembers, { paths, visible: true });
      const { past = false, cursor, limit } = request;
      const filter = {
        paths,
        past,
        day: shanghaiDate(tx.now),
        ...(cursor && { cursor }),
        ...(limit && { limit }),
      };
      const records = await this.employments.listServed(tx, filter);
      const page = toPage(records, { limit, cursorOf: (one) => [one.servedByUnionPath, one.id] });
      return { ...page, items: page.items.map((record) => this.servedViewOf(tx, record)) };
    });
  }

  /** The membership shows the kind of the newest employment that goes on and who serves them there, whichever way it has changed. */
  private async saved(
    tx: Transaction,
    row: EmploymentRow,
    before: EmploymentRow | null,
    membershipId: string,
  ): Promise<EmploymentView> {
    tx.audit({ noun: 'employment', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    const { membership } = await this.changes.lock(tx, membershipId);
    if (membership.state !== 'ended') {
      const open = (await this.employments.allOf(tx, row.personId)).filter(({ validTo }) => validTo === null);
      const now = {
        employmentKind: kindOf(membership, open),
        servedByUnionId: servingUnionOf(membership.unionId, open),
      };
      await this.changes.save(tx, { ...membership, ...now }, membership);
    }
    const named = await this.employments.findById(tx, row.id);
    if (named === null) throw new DomainError('NOT_FOUND');
    return viewOf(named);
  }

  /**
   * The fields with the union of the host, where none is named.
   * @throws DomainError `NOT_FOUND`, `EMPLOYMENT_SERVED_BY_OWN`
   */
  private async served(
    tx: Transaction,
    fields: EmploymentFields,
    ownUnionId: string,
  ): Promise<EmploymentFields> {
    await this.requireEnterprise(tx, fields.enterpriseId, '/enterpriseId');
    await this.requireEnterprise(tx, fields.hostEnterpriseId, '/hostEnterpriseId');
    const { servedByUnionId } = fields;
    if (servedByUnionId === null)
      return { ...fields, servedByUnionId: await this.unionOfHost(tx, fields, ownUnionId) };
    if (servedByUnionId === ownUnionId)
      throw new DomainError('EMPLOYMENT_SERVED_BY_OWN', { pointer: '/servedByUnionId' });
    if ((await this.unions.findById(tx, servedByUnionId)) === null)
      throw new DomainError('NOT_FOUND', { pointer: '/servedByUnionId' });
    return fields;
  }

  private async requireEnterprise(tx: Transaction, id: string | null, pointer: string): Promise<void> {
    if (id !== null && (await this.enterprises.findById(tx, id)) === null)
      throw new DomainError('NOT_FOUND', { pointer });
  }

  /** The union of the enterprise where somebody works, unless it is their own. */
  private async unionOfHost(
    tx: Transaction,
    { hostEnterpriseId }: EmploymentFields,
    ownUnionId: string,
  ): Promise<string | null> {
    if (hostEnterpriseId === null) return null;
    const unionId = (await this.enterprises.unionIds(tx, [hostEnterpriseId])).get(hostEnterpriseId) ?? null;
    return unionId === ownUnionId ? null : unionId;
  }

  private async page(
    tx: Transaction,
    filter: Parameters<EmploymentRepository['list']>[1],
  ): Promise<Page<EmploymentView>> {
    const rows = await this.employments.list(tx, filter);
    return toPage(rows.map(viewOf), { limit: filter.limit, cursorOf: (view) => [view.validFrom, view.id] });
  }

  /** A member whom the caller may not see is NOT_FOUND. */
  private async authorised(tx: Transaction, memberId: string, rule: ActionRule): Promise<MemberRecord> {
    const record = await this.members.findById(tx, memberId);
    const subject = { paths: record ? [record.unionPath] : [], personId: record?.personId ?? '' };
    tx.authorise(actions.seeMaskedMember, subject);
    tx.authorise(rule, { ...subject, visible: true });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  private async pathsOf(tx: Transaction, unionId: string | undefined): Promise<string[]> {
    if (unionId === undefined) return reachOf(tx.call.actor, actions.listServedMembers);
    const union = await this.unions.findById(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
    return [union.path];
  }

  /** Only officers of the serving union and above list these people, so they see the names. */
  private servedViewOf(tx: Transaction, record: ServedRecord): ServedMemberView {
    const { id, personId, unionId, unionName, employerName, hostName, validFrom, validTo } = record;
    const { servedByUnionId, servedByUnionName } = record;
    noteLook(tx, 'record', [personId]);
    const name = this.personalData.open(personId, 'name', record.name);
    return {
      id,
      personId,
      name,
      unionId,
      unionName,
      employerName,
      hostName,
      servedByUnionId,
      servedByUnionName,
      validFrom,
      validTo,
    };
  }
}

function isAfter({ validFrom }: EmploymentRow, day: string | null): boolean {
  return day !== null && validFrom >= day;
}

/** The trail contains neither the kind nor the employer, as not only officers read it. */
function auditedOf({ personId, version, servedByUnionId, validFrom, validTo }: EmploymentRow) {
  return { personId, version, servedByUnionId, validFrom, validTo };
}

function viewOf({ createdAt: _createdAt, ...row }: NamedEmployment): EmploymentView {
  return row;
}

/** The answer stored for replays contains no kind of employment. */
function withoutKind(view: EmploymentView): EmploymentView {
  return { ...view, kind: null };
}
