import { Injectable } from '@nestjs/common';
import { type ActionRule, DomainError, mayDo, shanghaiDate, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { MemberRepository } from '../../members/member/member.repository.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { ClubRepresentativeRepository } from '../representative/club-representative.repository.js';

export interface FoundClub {
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
    private readonly representatives: ClubRepresentativeRepository,
  ) {}

  /** A club with the path of its union. @throws DomainError `NOT_FOUND` */
  async findClub(tx: Transaction, clubId: string): Promise<FoundClub> {
    const club = await this.organisations.findById(tx, 'club', clubId);
    const union = club && (await this.unions.findById(tx, club.unionId));
    if (club === null || union === null) throw new DomainError('NOT_FOUND');
    const { id, name, active } = club;
    return { id, name, active, path: union.path };
  }

  /** Whether the caller may do it at a club, by a role, for themselves, or because they act in its name. */
  async may(tx: Transaction, rule: ActionRule, club: FoundClub, personId?: string): Promise<boolean> {
    const { actor } = tx.call;
    return actor !== null && mayDo(actor, rule, await this.subjectOf(tx, rule, club, personId));
  }

  /** @throws DomainError as {@link Transaction.authorise} does */
  async authorise(tx: Transaction, rule: ActionRule, club: FoundClub, personId?: string): Promise<void> {
    tx.authorise(rule, { ...(await this.subjectOf(tx, rule, club, personId)), visible: true });
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

  /** Asks for a delegation only where nothing else suffices; an API key holds roles alone. */
  private async subjectOf(
    tx: Transaction,
    rule: ActionRule,
    { id, path }: FoundClub,
    personId?: string,
  ): Promise<Subject> {
    const { actor } = tx.call;
    const subject: Subject = { paths: [path], ...(personId === undefined ? {} : { personId }) };
    const isAsked = rule.delegate === true && actor !== null && actor.apiKeyId === undefined;
    if (!isAsked || mayDo(actor, rule, subject)) return subject;
    return { ...subject, isDelegated: await this.representatives.represents(tx, id) };
  }
}
