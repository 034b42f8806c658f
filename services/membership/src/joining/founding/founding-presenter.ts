import { Injectable } from '@nestjs/common';
import type {
  FoundingCandidateDto,
  FoundingCandidateView,
  FoundingFactsView,
  FoundingStatusView,
  FoundingStepView,
  FoundingSummaryView,
  FoundingView,
} from '@gongxiang/contracts/membership/joining/founding.contract';
import { maskPhone, maskResidentNumber } from '@gongxiang/domain';
import { canonicalJson, type Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { sizeOf } from '../../unions/union/enterprise.model.js';
import { appealUntil, decides } from '../application/application.model.js';
import { ApplicationRouter, stepOf } from '../application/application-router.js';
import { StatusTickets } from '../phone-code/status-tickets.js';
import type { FoundingRow } from './founding.entity.js';
import { decisionsOn, isWaiting } from './founding.model.js';
import { type FoundingRecord, FoundingRepository, type StepRecord } from './founding.repository.js';

/** A candidate as stored; the declaration was required of each. */
export type Candidate = FoundingCandidateDto;

/** Who was elected, by their numbers, and what the first office needs to be taken in. */
export interface Elected {
  readonly numbers: readonly number[];
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string;
}

/** Seals and opens what a contact has written, and makes the views of a filing. */
@Injectable()
export class FoundingPresenter {
  constructor(
    private readonly foundings: FoundingRepository,
    private readonly router: ApplicationRouter,
    private readonly tickets: StatusTickets,
    private readonly personalData: PersonalData,
  ) {}

  seal(foundingId: string, text: string): string {
    return this.personalData.seal(foundingId, 'founding', text);
  }

  candidatesOf({ id, candidates }: FoundingRow): Candidate[] {
    if (candidates === null) return [];
    return JSON.parse(this.personalData.open(id, 'founding', candidates)) as Candidate[];
  }

  electedOf({ id, elected }: FoundingRow): Elected | null {
    if (elected === null) return null;
    return JSON.parse(this.personalData.open(id, 'founding', elected)) as Elected;
  }

  /** The stored request hash must not allow trying out reasons. */
  keyedHash(request: unknown): string {
    return this.personalData.hash('request', canonicalJson(request));
  }

  summaryOf(tx: Transaction, record: FoundingRecord): FoundingSummaryView {
    const { id, version, number, state, enterpriseName, uscc, form, employees, plannedMembers } = record;
    const { union, createdAt, dueAt } = record;
    return {
      id,
      version,
      number,
      state,
      enterpriseName,
      uscc,
      form,
      employees,
      plannedMembers,
      unionId: union.id,
      unionName: union.name,
      sentAt: createdAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
      overdue: dueAt !== null && dueAt < tx.now,
    };
  }

  async viewOf(tx: Transaction, record: FoundingRecord): Promise<FoundingView> {
    const { id, version, union, membershipId, dueAt } = record;
    const elected = this.electedOf(record);
    return {
      ...(await this.factsOf(tx, record)),
      id,
      version,
      unionId: union.id,
      phone: this.phoneOf(record),
      overdue: dueAt !== null && dueAt < tx.now,
      maskedResidentNumber: elected && maskResidentNumber(elected.residentNumber),
      maskedChairPhone: elected && maskPhone(elected.phone),
      memberId: membershipId,
      decisions: decides(tx.call.actor, union.id) ? decisionsOn(record) : [],
    };
  }

  /** What the contact is shown, with a ticket to go on. */
  async statusOf(tx: Transaction, record: FoundingRecord): Promise<FoundingStatusView> {
    const phone = this.phoneOf(record);
    const hasAbove = record.union.parentId !== null;
    return {
      ...(await this.factsOf(tx, record)),
      maskedPhone: phone && maskPhone(phone),
      appealUntil: appealUntil(record, hasAbove, tx.now)?.toISOString() ?? null,
      ...this.tickets.issue(tx, record.id),
    };
  }

  private async factsOf(tx: Transaction, record: FoundingRecord): Promise<FoundingFactsView> {
    const { id, contactName, founded, union, parent } = record;
    const steps = await this.foundings.steps(tx, id);
    const following = isWaiting(record.state) ? await this.router.following(tx, union.path) : [];
    const { number, state, enterpriseName, uscc, usccCheck, place, form } = record;
    const { employees, sector, revenueWan, assetsWan, plannedMembers, womenMembers } = record;
    return {
      number,
      state,
      enterpriseName,
      uscc,
      usccCheck,
      employees,
      sector,
      revenueWan,
      assetsWan,
      sizeClass: sizeOf(record).sizeClass,
      place,
      plannedMembers,
      womenMembers,
      form,
      contactName: contactName && this.personalData.open(id, 'name', contactName),
      candidates: this.candidateViews(record),
      election: electionOf(record),
      unionName: union.name,
      parentName: parent.name,
      approvalNumber: record.approvalNumber,
      approvedOn: record.approvedOn,
      ...timesOf(record),
      foundedUnionId: founded?.id ?? null,
      foundedUnionName: founded?.name ?? null,
      steps: steps.map((step) => this.stepViewOf(step)),
      next: following.map(stepOf),
    };
  }

  /** The phone that the contact has proved, in the clear; null once it is deleted. */
  contactOf(row: FoundingRow): { readonly phone: string | null } {
    return { phone: this.phoneOf(row) };
  }

  private phoneOf({ id, phone }: FoundingRow): string | null {
    return phone && this.personalData.open(id, 'phone', phone);
  }

  private candidateViews(row: FoundingRow): FoundingCandidateView[] {
    const numbers = this.electedOf(row)?.numbers ?? [];
    return this.candidatesOf(row).map(({ name, office }, index) => ({
      number: index + 1,
      name,
      office,
      elected: numbers.includes(index + 1),
    }));
  }

  private stepViewOf({ foundingId, number, kind, unionName, at, reason }: StepRecord): FoundingStepView {
    return { number, kind, unionName, at: at.toISOString(), reason: reason && this.open(foundingId, reason) };
  }

  private open(foundingId: string, sealed: string): string {
    return this.personalData.open(foundingId, 'founding', sealed);
  }
}

function electionOf({ heldOn, entitled, present }: FoundingRow): FoundingFactsView['election'] {
  return heldOn === null || entitled === null || present === null ? null : { heldOn, entitled, present };
}

function timesOf({
  createdAt,
  dueAt,
  lapsesAt,
  decidedAt,
}: FoundingRow): Pick<FoundingFactsView, 'sentAt' | 'dueAt' | 'lapsesAt' | 'decidedAt'> {
  return {
    sentAt: createdAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    lapsesAt: lapsesAt?.toISOString() ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
