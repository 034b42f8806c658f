import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AddGroupMember,
  type ChangeGroup,
  type CreateGroup,
  type EndGroupMember,
  groupContract,
  type GroupId,
  type GroupMemberView,
  type GroupView,
  type ListGroupMembers,
  type ListGroups,
  type ListOwnGroups,
} from '@gongxiang/contracts/membership/members/group.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import {
  type ActionRule,
  type CallContext,
  DomainError,
  maskName,
  mayDo,
  newId,
  shanghaiDate,
} from '@gongxiang/domain';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  brokenConstraint,
  ExistingResult,
  noteLook,
  requireVersion,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { actions as personActions } from '../../persons/actions.js';
import { requireOpen } from '../../unions/union/union.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { GroupChanges, groupMemberStateOf, groupStateOf } from './group-changes.js';
import type { GroupMemberRow, GroupRow } from './group.entity.js';
import { type GroupMemberRecord, type GroupRecord, GroupRepository } from './group.repository.js';

/** Groups of members of a union. Officers manage them; the leader sees who is in theirs. */
@Injectable()
export class GroupService {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: GroupRepository,
    private readonly changes: GroupChanges,
    private readonly unions: UnionRepository,
    private readonly personalData: PersonalData,
  ) {}

  @Handles(groupContract.create)
  create(request: CreateGroup, call: CallContext): Promise<Outcome<GroupView>> {
    const work = async (tx: Transaction): Promise<GroupView> => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.manageGroups, { paths: [union.path], visible: true });
      requireOpen(union);
      const leaderId = request.leaderId ?? null;
      if (leaderId !== null) await this.requireMember(tx, leaderId, union.path, '/leaderId');
      const { name } = request;
      const row: GroupRow = {
        id: newId(),
        version: 1,
        unionId: union.id,
        name,
        leaderId,
        active: true,
        createdAt: tx.now,
      };
      await this.save(tx, row, null);
      return this.viewOf(tx, await this.recordOf(tx, row.id));
    };
    return this.transactions.command(call, groupContract.create, request, work, { keep: withoutName });
  }

  @Handles(groupContract.change)
  change(request: ChangeGroup, call: CallContext): Promise<Outcome<GroupView>> {
    const work = async (tx: Transaction): Promise<GroupView> => {
      const { id, unionPath } = await this.authorised(tx, request.groupId, actions.manageGroups);
      const before = await this.groups.lockById(tx, id);
      if (before === null) throw new DomainError('NOT_FOUND');
      requireVersion(tx, before.version);
      const { name, active } = request;
      const leaderId = request.leaderId ?? null;
      if (leaderId !== null && leaderId !== before.leaderId)
        await this.requireMember(tx, leaderId, unionPath, '/leaderId');
      await this.save(tx, { ...before, version: before.version + 1, name, leaderId, active }, before);
      return this.viewOf(tx, await this.recordOf(tx, id));
    };
    return this.transactions.command(call, groupContract.change, request, work, { keep: withoutName });
  }

  @Handles(groupContract.get)
  get({ groupId }: GroupId, call: CallContext): Promise<GroupView> {
    return this.transactions.read(call, async (tx) =>
      this.viewOf(tx, await this.authorised(tx, groupId, actions.seeGroup)),
    );
  }

  @Handles(groupContract.list)
  list(request: ListGroups, call: CallContext): Promise<Page<GroupView>> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.listGroups, { paths: [union.path], visible: true });
      const page = toPage(await this.groups.list(tx, request), {
        limit: request.limit,
        cursorOf: ({ name, id }) => [name, id],
      });
      return { ...page, items: page.items.map((record) => this.viewOf(tx, record)) };
    });
  }

  @Handles(groupContract.listOwn)
  listOwn(request: ListOwnGroups, call: CallContext): Promise<Page<GroupView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnGroups, {});
      const records = await this.groups.listLedBy(tx, { ...request, personId: tx.personId });
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((record) => this.viewOf(tx, record)) };
    });
  }

  @Handles(groupContract.addMember)
  addMember(request: AddGroupMember, call: CallContext): Promise<Outcome<GroupMemberView>> {
    const work = async (tx: Transaction): Promise<GroupMemberView | ExistingResult<GroupMemberView>> => {
      const group = await this.authorised(tx, request.groupId, actions.manageGroups);
      const { personId } = request;
      await this.requireMember(tx, personId, group.unionPath, '/personId');
      // The lock keeps two officers from adding the same person twice.
      const locked = await this.groups.lockById(tx, group.id);
      if (locked?.active !== true) throw new DomainError('GROUP_DISSOLVED');
      const present = await this.groups.findPresent(tx, group.id, personId);
      if (present !== null) return new ExistingResult(await this.memberView(tx, present.id, group));
      const row: GroupMemberRow = {
        id: newId(),
        version: 1,
        groupId: group.id,
        personId,
        validFrom: shanghaiDate(tx.now),
        validTo: null,
        createdAt: tx.now,
      };
      await this.changes.saveMember(tx, row, null);
      return this.memberView(tx, row.id, group);
    };
    return this.transactions.command(call, groupContract.addMember, request, work, {
      keep: withoutMemberName,
    });
  }

  @Handles(groupContract.endMember)
  endMember(request: EndGroupMember, call: CallContext): Promise<Outcome<GroupMemberView>> {
    const work = async (tx: Transaction): Promise<GroupMemberView> => {
      const group = await this.authorised(tx, request.groupId, actions.manageGroups);
      const before = await this.groups.lockMember(tx, request.groupMemberId);
      if (before === null || before.groupId !== group.id) throw new DomainError('NOT_FOUND');
      requireVersion(tx, before.version);
      if (before.validTo !== null) throw new DomainError('ILLEGAL_TRANSITION');
      const row = { ...before, version: before.version + 1, validTo: shanghaiDate(tx.now) };
      await this.changes.saveMember(tx, row, before);
      return this.memberView(tx, row.id, group);
    };
    return this.transactions.command(call, groupContract.endMember, request, work, {
      keep: withoutMemberName,
    });
  }

  @Handles(groupContract.listMembers)
  listMembers(request: ListGroupMembers, call: CallContext): Promise<Page<GroupMemberView>> {
    return this.transactions.read(call, async (tx) => {
      const group = await this.authorised(tx, request.groupId, actions.seeGroup);
      const records = await this.groups.listMembers(tx, request);
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((record) => this.memberViewOf(tx, record, group)) };
    });
  }

  @Republishes('group')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.groups.after(tx, afterId, limit);
    const events = rows.map((row) => ({ about: row.id, data: groupStateOf(row) }));
    await recordEvents(tx, membershipEvents.groupChanged, events);
    return rows.at(-1)?.id ?? null;
  }

  @Republishes('group-member')
  async republishMembers(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.groups.membersAfter(tx, afterId, limit);
    const events = rows.map((row) => ({ about: row.personId, data: groupMemberStateOf(row) }));
    await recordEvents(tx, membershipEvents.groupMemberChanged, events);
    return rows.at(-1)?.id ?? null;
  }

  /** A group that the caller may not see is NOT_FOUND. */
  private async authorised(tx: Transaction, groupId: string, rule: ActionRule): Promise<GroupRecord> {
    const record = await this.groups.findById(tx, groupId);
    const subject = { paths: record ? [record.unionPath] : [], personId: record?.leaderId ?? '' };
    tx.authorise(actions.seeGroup, subject);
    tx.authorise(rule, { ...subject, visible: true });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  /** @throws DomainError `GROUP_FOR_MEMBERS` */
  private async requireMember(
    tx: Transaction,
    personId: string,
    path: string,
    pointer: string,
  ): Promise<void> {
    if (!(await this.groups.isMemberWithin(tx, personId, path)))
      throw new DomainError('GROUP_FOR_MEMBERS', { pointer });
  }

  /** @throws DomainError `GROUP_NAME_TAKEN` */
  private async save(tx: Transaction, row: GroupRow, before: GroupRow | null): Promise<void> {
    try {
      await this.changes.save(tx, row, before);
    } catch (error) {
      if (brokenConstraint(error) === 'union_group_name')
        throw new DomainError('GROUP_NAME_TAKEN', { pointer: '/name' });
      throw error;
    }
  }

  private async recordOf(tx: Transaction, id: string): Promise<GroupRecord> {
    const record = await this.groups.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  private viewOf(tx: Transaction, record: GroupRecord): GroupView {
    const { id, version, unionId, unionName, unionPath, name, leaderId, members, active } = record;
    const { leaderName: sealed, leaderMaskedName: maskedName } = record;
    const leaderName =
      leaderId === null || sealed === null || maskedName === null
        ? null
        : this.nameOf(tx, { personId: leaderId, name: sealed, maskedName }, unionPath);
    return { id, version, unionId, unionName, name, leaderId, leaderName, members, active };
  }

  private async memberView(tx: Transaction, id: string, group: GroupRecord): Promise<GroupMemberView> {
    const record = await this.groups.findMember(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.memberViewOf(tx, record, group);
  }

  private memberViewOf(tx: Transaction, record: GroupMemberRecord, group: GroupRecord): GroupMemberView {
    const { id, version, groupId, personId, validFrom, validTo } = record;
    const name = this.nameOf(tx, record, group.unionPath);
    return { id, version, groupId, personId, name, leads: group.leaderId === personId, validFrom, validTo };
  }

  /** In full for officers of the union and for the person; masked for the leader. */
  private nameOf(
    tx: Transaction,
    { personId, name, maskedName }: Pick<GroupMemberRecord, 'personId' | 'name' | 'maskedName'>,
    path: string,
  ): string {
    const { actor } = tx.call;
    const seesName = actor !== null && mayDo(actor, personActions.seeMember, { paths: [path], personId });
    if (!seesName) return maskedName;
    noteLook(tx, 'record', [personId]);
    return this.personalData.open(personId, 'name', name);
  }
}

/** The answer stored for replays contains no name in the clear. */
function withoutName(view: GroupView): GroupView {
  return { ...view, leaderName: null };
}

function withoutMemberName(view: GroupMemberView): GroupMemberView {
  return { ...view, name: maskName(view.name) };
}
