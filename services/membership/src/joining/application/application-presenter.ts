import { Injectable } from '@nestjs/common';
import type {
  ApplicationStatusView,
  ApplicationSummaryView,
  ApplicationTurnView,
  ApplicationView,
  CandidateView,
  RouteStepView,
  WorkplaceDto,
} from '@gongxiang/contracts/membership/joining/application.contract';
import { maskPhone, maskResidentNumber } from '@gongxiang/domain';
import { canonicalJson, type Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { StatusTickets } from '../phone-code/status-tickets.js';
import type { ApplicationRow } from './application.entity.js';
import { appealUntil, decides } from './application.model.js';
import type { ApplicationRecord, TurnRecord } from './application.repository.js';

/** What an applicant has written of where they work, besides an enterprise of the network. */
export interface WorkplaceText {
  readonly enterpriseName: string | null;
  readonly work: string | null;
  readonly place: string | null;
}

/** The personal values of an applicant in the clear; null once they are deleted. */
export interface Applicant {
  readonly name: string | null;
  readonly residentNumber: string | null;
  readonly phone: string | null;
}

/** Seals and opens what an applicant has written, and masks what others do not need. */
@Injectable()
export class ApplicationPresenter {
  constructor(
    private readonly personalData: PersonalData,
    private readonly tickets: StatusTickets,
  ) {}

  sealWorkplace(applicationId: string, { enterpriseName, work, place }: WorkplaceDto): string {
    const text: WorkplaceText = {
      enterpriseName: enterpriseName?.trim() || null,
      work: work?.trim() || null,
      place: place?.trim() || null,
    };
    return this.sealText(applicationId, JSON.stringify(text));
  }

  sealText(applicationId: string, text: string): string {
    return this.personalData.seal(applicationId, 'application', text);
  }

  applicantOf({ id, name, residentNumber, phone }: ApplicationRow): Applicant {
    return {
      name: name && this.personalData.open(id, 'name', name),
      residentNumber: residentNumber && this.personalData.open(id, 'residentNumber', residentNumber),
      phone: phone && this.personalData.open(id, 'phone', phone),
    };
  }

  summaryOf(tx: Transaction, record: ApplicationRecord): ApplicationSummaryView {
    const { id, version, number, state, maskedName, employerKind, union, turnKind, createdAt, dueAt } =
      record;
    return {
      id,
      version,
      number,
      state,
      name: this.applicantOf(record).name ?? maskedName,
      employerKind,
      enterpriseName: this.workplaceOf(record).enterpriseName,
      unionId: union.id,
      unionName: union.name,
      turnKind,
      sentAt: createdAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
      overdue: dueAt !== null && dueAt < tx.now,
      mayDecide: state === 'waiting' && decides(tx.call.actor, union.id),
    };
  }

  viewOf(
    tx: Transaction,
    record: ApplicationRecord,
    beside: {
      readonly turns: readonly TurnRecord[];
      readonly next: readonly RouteStepView[];
      readonly candidates: readonly CandidateView[];
    },
  ): ApplicationView {
    const { residentNumber, phone } = this.applicantOf(record);
    const { work, place } = this.workplaceOf(record);
    const { employerHidden, consentVersion, decidedAt, membershipId } = record;
    return {
      ...this.summaryOf(tx, record),
      maskedResidentNumber: residentNumber && maskResidentNumber(residentNumber),
      phone,
      work,
      place,
      employerHidden,
      consentVersion,
      decidedAt: decidedAt?.toISOString() ?? null,
      memberId: membershipId,
      turns: beside.turns.map((turn) => this.turnOf(turn)),
      next: [...beside.next],
      candidates: [...beside.candidates],
    };
  }

  /** @param showsTransfer whether the applicant may learn that somebody with their number belongs to another union */
  statusOf(
    tx: Transaction,
    record: ApplicationRecord,
    beside: {
      readonly turns: readonly TurnRecord[];
      readonly next: readonly RouteStepView[];
      readonly showsTransfer: boolean;
    },
  ): ApplicationStatusView {
    const { id, number, union, createdAt, dueAt, decidedAt, employerHidden } = record;
    const { name, residentNumber, phone } = this.applicantOf(record);
    return {
      number,
      name,
      maskedResidentNumber: residentNumber && maskResidentNumber(residentNumber),
      maskedPhone: phone && maskPhone(phone),
      ...this.workplaceOf(record),
      employerHidden,
      unionName: union.name,
      sentAt: createdAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
      decidedAt: decidedAt?.toISOString() ?? null,
      ...this.courseOf(record, beside),
      next: [...beside.next],
      appealUntil: appealUntil(record, union.parentId !== null, tx.now)?.toISOString() ?? null,
      ...this.tickets.issue(tx, id),
    };
  }

  /** State and turns; a transfer that the applicant may not learn of looks like a refusal without a reason. */
  private courseOf(
    { state }: ApplicationRecord,
    beside: { readonly turns: readonly TurnRecord[]; readonly showsTransfer: boolean },
  ): Pick<ApplicationStatusView, 'state' | 'turns'> {
    const turns = beside.turns.map((turn) => this.turnOf(turn));
    if (state !== 'transfer' || beside.showsTransfer) return { state, turns };
    const hidden = turns.map((turn): ApplicationTurnView =>
      turn.outcome === 'transfer' ? { ...turn, outcome: 'refused' } : turn,
    );
    return { state: 'refused', turns: hidden };
  }

  candidateName(personId: string, sealed: string): string {
    return this.personalData.open(personId, 'name', sealed);
  }

  /** The stored request hash must not allow trying out names, numbers or reasons. */
  keyedHash(request: unknown): string {
    return this.personalData.hash('request', canonicalJson(request));
  }

  private workplaceOf({ id, workplace, enterprise }: ApplicationRecord): WorkplaceText {
    const text: WorkplaceText =
      workplace === null
        ? { enterpriseName: null, work: null, place: null }
        : (JSON.parse(this.personalData.open(id, 'application', workplace)) as WorkplaceText);
    return { ...text, enterpriseName: enterprise?.name ?? text.enterpriseName };
  }

  private turnOf(turn: TurnRecord): ApplicationTurnView {
    const { applicationId, number, kind, unionId, unionName, beganAt, dueAt, endedAt, outcome, reason } =
      turn;
    return {
      number,
      kind,
      unionId,
      unionName,
      beganAt: beganAt.toISOString(),
      dueAt: dueAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      outcome,
      reason: reason && this.personalData.open(applicationId, 'application', reason),
    };
  }
}
