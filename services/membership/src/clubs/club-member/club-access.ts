import { Injectable } from '@nestjs/common';
import { DomainError, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { MemberRepository } from '../../members/member/member.repository.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { UnionRepository } from '../../unions/union/union.repository.js';

interface FoundClub {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** Of the union behind it. */
  readonly path: string;
}

/** Loads clubs, and checks that new club members belong to a union. */
@Injectable()
export class ClubAccess {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly unions: UnionRepository,
    private readonly members: MemberRepository,
  ) {}

  /** A club with the path of its union. @throws DomainError `NOT_FOUND` */
  async findClub(tx: Transaction, clubId: string): Promise<FoundClub> {
    const club = await this.organisations.findById(tx, 'club', clubId);
    const union = club && (await this.unions.findById(tx, club.unionId));
    if (club === null || union === null) throw new DomainError('NOT_FOUND');
    const { id, name, active } = club;
    return { id, name, active, path: union.path };
  }

  /**
   * Requires an active membership. Officers may add only people whom they see anyway: otherwise it would reveal who
   * is a member elsewhere.
   * @throws DomainError `NOT_FOUND`, `CLUB_FOR_MEMBERS`
   */
  async requireMember(tx: Transaction, personId: string): Promise<void> {
    const open = await this.members.findOpen(tx, personId);
    const union = open && (await this.unions.findById(tx, open.unionId));
    if (personId !== tx.personId) {
      const pointer = '/personId';
      if (union === null) throw new DomainError('NOT_FOUND', { pointer });
      tx.authorise(actions.addClubMember, { paths: [union.path] });
    }
    const isActive = open?.state === 'active' && open.validFrom <= shanghaiDate(tx.now);
    if (!isActive) throw new DomainError('CLUB_FOR_MEMBERS');
  }
}
