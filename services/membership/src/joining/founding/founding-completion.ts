import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { CommitteeSeating } from '../../members/committee/committee-seating.js';
import { MemberAdmission } from '../../members/member/member-admission.js';
import { MemberRefusals } from '../../members/member/member-refusals.js';
import { MemberRepository } from '../../members/member/member.repository.js';
import { TransferAsking } from '../../members/transfer/transfer-asking.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { RoleGranting } from '../../unions/role/role-granting.js';
import { EnterpriseChanger } from '../../unions/union/enterprise-changer.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { UnionCreation } from '../../unions/union/union-creation.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { type ReadApplicant, ApplicantReader } from '../application/applicant-reader.js';
import type { FoundingRow } from './founding.entity.js';
import { FoundingPresenter } from './founding-presenter.js';
import { FoundingRepository } from './founding.repository.js';

/** What became of a filing: the new union, and the membership of its chair; null of that while it is to be transferred. */
export interface Founded {
  readonly foundedUnionId: string;
  readonly membershipId: string | null;
}

/** Makes a union of a filing, in the name of the officer who confirms its election and by the ways that every union takes. */
@Injectable()
export class FoundingCompletion {
  constructor(
    private readonly foundings: FoundingRepository,
    private readonly unions: UnionRepository,
    private readonly enterprises: EnterpriseChanger,
    private readonly creation: UnionCreation,
    private readonly people: PersonRepository,
    private readonly members: MemberRepository,
    private readonly refusals: MemberRefusals,
    private readonly admission: MemberAdmission,
    private readonly transfers: TransferAsking,
    private readonly granting: RoleGranting,
    private readonly committees: CommitteeSeating,
    private readonly reader: ApplicantReader,
    private readonly presenter: FoundingPresenter,
  ) {}

  /**
   * Creates the union, takes its chair in, and offers them the first office. Whoever belongs to another union stays there until
   * they have agreed to a transfer.
   * @returns null if the chair's number is somebody else's: nothing is created, and the refusal has been counted
   * @throws DomainError `UNION_NAME_TAKEN`, `ENTERPRISE_HAS_UNION`, `NOT_PERMITTED`; what admission and granting refuse
   */
  async complete(tx: Transaction, filing: FoundingRow, name: string): Promise<Founded | null> {
    // In the order of all that creates unions and grants roles: unions, then people.
    const parent = await this.unions.lockById(tx, filing.parentId);
    const elected = this.presenter.electedOf(filing);
    if (parent === null || elected === null) throw new DomainError('FOUNDING_ACT');
    await this.refusals.requireBelowLimit(tx);
    const chair = this.reader.read(tx, elected);
    const person = await this.people.lockByResidentNumber(tx, chair.residentNumberHash);
    if (person !== null && person.nameHash !== chair.nameHash) {
      await this.refusals.count(tx);
      return null;
    }
    const enterpriseId = await this.enterpriseOf(tx, filing, parent);
    const union = await this.creation.create(tx, { parentId: parent.id, name, enterpriseId });
    const isMember = person !== null && (await this.members.findOpen(tx, person.id)) !== null;
    const membershipId = isMember
      ? await this.askTransfer(tx, chair, union.id)
      : await this.admit(tx, chair, union.id);
    const holder = person ?? (await this.people.lockByResidentNumber(tx, chair.residentNumberHash));
    if (holder === null) throw new DomainError('NOT_FOUND');
    await this.granting.grant(tx, { unionId: union.id, personId: holder.id, role: 'officer' });
    await this.seat(tx, filing, { unionId: union.id, chairId: holder.id });
    return { foundedUnionId: union.id, membershipId };
  }

  /** Its committees begin with the election that is confirmed; of the others who were elected only the names are known. */
  private async seat(
    tx: Transaction,
    filing: FoundingRow,
    { unionId, chairId }: { readonly unionId: string; readonly chairId: string },
  ): Promise<void> {
    const { id: foundingId, heldOn, entitled, present, approvalNumber } = filing;
    if (heldOn === null || entitled === null || present === null) throw new DomainError('FOUNDING_ACT');
    const numbers = this.presenter.electedOf(filing)?.numbers ?? [];
    const elected = this.presenter.candidatesOf(filing).flatMap(({ office, name }, index) => {
      const isFirst = office === 'chair' || office === 'organiser';
      return numbers.includes(index + 1) ? [{ office, name, personId: isFirst ? chairId : null }] : [];
    });
    await this.committees.found(tx, {
      foundingId,
      unionId,
      heldOn,
      entitled,
      present,
      approvalNumber,
      elected,
    });
  }

  /** An enterprise that is on record keeps its figures. */
  private async enterpriseOf(tx: Transaction, filing: FoundingRow, keeper: UnionRow): Promise<string> {
    const known = await this.foundings.findEnterprise(tx, filing.uscc);
    if (known !== null) return known.id;
    return (await this.enterprises.create(tx, { ...filing, name: filing.enterpriseName }, keeper)).id;
  }

  private async admit(
    tx: Transaction,
    { name, residentNumber, phone }: ReadApplicant,
    unionId: string,
  ): Promise<string> {
    const admitted = await this.admission.admit(tx, { unionId, name, residentNumber, phone });
    if (admitted === null) throw new DomainError('MEMBER_ELSEWHERE_OR_DIFFERS');
    return admitted.membershipId;
  }

  private async askTransfer(
    tx: Transaction,
    { name, residentNumber }: ReadApplicant,
    toUnionId: string,
  ): Promise<null> {
    await this.transfers.ask(tx, { toUnionId, name, residentNumber });
    return null;
  }
}
