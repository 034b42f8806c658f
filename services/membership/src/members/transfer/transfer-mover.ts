import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { DomainError, shanghaiDate } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { RoleRevocation } from '../../unions/role/role-revocation.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { servingUnionOf } from '../employment/employment.model.js';
import { CommitteeSeating } from '../committee/committee-seating.js';
import { GroupChanges } from '../group/group-changes.js';
import { MemberNews } from '../member/member-news.js';
import { MemberWriter } from '../member/member-writer.js';
import { auditedStateOf } from '../member/member-state.js';
import { MemberRepository } from '../member/member.repository.js';
import type { MembershipRow } from '../member/membership.entity.js';
import { TransferRepository } from './transfer.repository.js';

interface Move {
  readonly personId: string;
  readonly fromUnionId: string;
  readonly toUnionId: string;
  /** The officer who agreed for the new union. */
  readonly admittedBy: string;
  /** Whether the person works on for the same employer, on the same terms. */
  readonly sameEmployment?: boolean;
}

/** Moves a membership: the old one ends, and the new one begins on the same day. */
@Injectable()
export class TransferMover {
  constructor(
    private readonly members: MemberRepository,
    private readonly people: PersonRepository,
    private readonly unions: UnionRepository,
    private readonly roles: RoleRevocation,
    private readonly writer: MemberWriter,
    private readonly transfers: TransferRepository,
    private readonly authChanges: AuthChanges,
    private readonly news: MemberNews,
    private readonly groups: GroupChanges,
    private readonly committees: CommitteeSeating,
  ) {}

  /**
   * Roles and groups at the old union and below it end. Sessions stay: the person is the same. Other services are told once, of
   * the new membership.
   * @throws DomainError `ROLE_NEEDS_SUCCESSOR`; `TRANSFER_MEMBERSHIP_GONE`; `TRANSFER_UNION_INACTIVE`
   */
  async move(tx: Transaction, move: Move): Promise<void> {
    const { personId, fromUnionId, toUnionId, admittedBy } = move;
    const from = await this.unions.findById(tx, fromUnionId);
    const to = await this.unions.findById(tx, toUnionId);
    if (from === null || to === null) throw new DomainError('NOT_FOUND');
    if (!to.active) throw new DomainError('TRANSFER_UNION_INACTIVE');
    // Refused before anything is written, so that a caller may go on.
    const seen = await this.members.findOpen(tx, personId);
    if (seen?.unionId !== fromUnionId) throw new DomainError('TRANSFER_MEMBERSHIP_GONE');
    // Locks the unions of the roles and then the person; an admission locks the person as well.
    await this.roles.revokeWithin(tx, personId, from.path);
    const before = await this.members.findOpen(tx, personId);
    if (before?.id !== seen.id) throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    const today = shanghaiDate(tx.now);
    const ended: MembershipRow = { ...before, state: 'ended', validTo: today, endedReason: 'transferred' };
    await this.members.update(tx, ended);
    await this.people.touch(tx, personId);
    const person = await this.people.findById(tx, personId);
    if (person === null) throw new DomainError('NOT_FOUND');
    const { standing, retainedReason, retainedFrom } = before;
    const begun: MembershipRow = {
      ...this.writer.membership(
        tx,
        person,
        {
          unionId: to.id,
          validFrom: today,
          employmentKind: move.sameEmployment === true ? before.employmentKind : null,
        },
        admittedBy,
      ),
      // Who serves them where they work goes on as well, until that employment ends, unless it is their own union now.
      servedByUnionId: servingUnionOf(to.id, [before]),
      // Whoever has retired or is out of work is so at the new union, too.
      standing,
      retainedReason,
      retainedFrom,
    };
    await this.members.insert(tx, [begun]);
    // Told before the new membership, by which other services judge anew what somebody takes part in.
    await this.groups.leaveWithin(tx, personId, from.path, today);
    await this.committees.leaveWithin(tx, personId, from.path);
    await awaitsMayChange(tx, 'correction', ...(await this.transfers.moveCorrections(tx, personId, to.id)));
    tx.audit({
      noun: 'member',
      id: ended.id,
      before: auditedStateOf(person, before),
      after: auditedStateOf(person, ended),
    });
    tx.audit({ noun: 'member', id: begun.id, before: null, after: auditedStateOf(person, begun) });
    await recordEvent(tx, membershipEvents.memberChanged, personId, this.writer.stateOf(person, begun));
    this.authChanges.publish(tx, personId);
    await this.tell(tx, move, begun.id, to);
  }

  /** Not by phone where a whole union moves: thousands of texts about what changes little for them. */
  private tell(tx: Transaction, move: Move, membershipId: string, to: UnionRow): Promise<void> {
    return this.news.tell(tx, move.personId, {
      kind: 'membershipMoved',
      cause: `membershipMoved/${membershipId}`,
      about: { unionId: to.id },
      title: to.name,
      values: { partyName: to.name },
      ...(move.sameEmployment !== true && { text: 'recordChanged' as const }),
    });
  }
}
