import { Injectable } from '@nestjs/common';
import type { SubsidyApplicationView } from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import type {
  SubsidyObjectionView,
  SubsidyProgrammeView,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import type {
  SubsidyMoveView,
  SubsidySummaryView,
  SubsidyView,
} from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { partyKey, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../agreements/activity/activity.repository.js';
import { nameOf, type PartyNames, personName } from '../../reference/named-party.js';
import { type PersonNames, ReferenceRepository } from '../../reference/reference.repository.js';
import { SubsidyApplicationRepository } from './subsidy-application.repository.js';
import { leftOf } from './subsidy-balance.model.js';
import type {
  SubsidyApplicationRow,
  SubsidyObjectionRow,
  SubsidyProgrammeRow,
} from './subsidy-programme.entity.js';
import { SubsidyProgrammeRepository } from './subsidy-programme.repository.js';
import type { SubsidyMoveRow, SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';

const small: readonly (string | null)[] = ['small', 'micro'];

/** Views of programmes, applications and subsidies, with names. */
@Injectable()
export class SubsidyViews {
  constructor(
    private readonly programmes: SubsidyProgrammeRepository,
    private readonly applications: SubsidyApplicationRepository,
    private readonly subsidies: SubsidyRepository,
    private readonly references: ReferenceRepository,
    private readonly activities: ActivityRepository,
  ) {}

  async programme(tx: Transaction, row: SubsidyProgrammeRow): Promise<SubsidyProgrammeView> {
    const [view] = await this.programmesOf(tx, [row]);
    return view as SubsidyProgrammeView;
  }

  async programmesOf(tx: Transaction, rows: readonly SubsidyProgrammeRow[]): Promise<SubsidyProgrammeView[]> {
    const names = await this.unionNames(
      tx,
      rows.map(({ unionId }) => unionId),
    );
    return rows.map((row) => programmeView(row, names, tx.now));
  }

  async application(tx: Transaction, row: SubsidyApplicationRow): Promise<SubsidyApplicationView> {
    const [view] = await this.applicationsOf(tx, [row]);
    return view as SubsidyApplicationView;
  }

  async applicationsOf(
    tx: Transaction,
    rows: readonly SubsidyApplicationRow[],
  ): Promise<SubsidyApplicationView[]> {
    const programmes = await this.programmes.findAll(
      tx,
      rows.map(({ programmeId }) => programmeId),
    );
    const sizes = await this.references.sizeClassesOf(
      tx,
      rows.map(({ unionId }) => unionId),
    );
    const subsidyIds = await this.applications.subsidyIdsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const shared = await this.shared(
      tx,
      rows.map((row) => ({ ...row, unionIds: [row.unionId] })),
    );
    const people = await this.references.namesOf(
      tx,
      rows.flatMap(({ submittedBy, decidedBy }) => [submittedBy, decidedBy]),
    );
    const programmeOf = new Map(programmes.map((programme) => [programme.id, programme]));
    return rows.map((row) => {
      const programme = programmeOf.get(row.programmeId);
      const sizeClass = sizes.get(row.unionId) ?? null;
      return {
        ...applicationFields(row, people),
        programmeTitle: programme?.title ?? '',
        unionName: nameOf(unionKey(row.unionId), shared.names),
        activityTitle: shared.titles.get(row.activityId ?? '') ?? null,
        sizeClass,
        isFirst: programme?.smallFirst === true && small.includes(sizeClass),
        subsidyId: subsidyIds.get(row.id) ?? null,
      };
    });
  }

  async objectionsOf(tx: Transaction, rows: readonly SubsidyObjectionRow[]): Promise<SubsidyObjectionView[]> {
    const about = await this.applications.findAll(
      tx,
      rows.map(({ applicationId }) => applicationId),
    );
    const names = await this.unionNames(
      tx,
      about.map(({ unionId }) => unionId),
    );
    const people = await this.references.namesOf(
      tx,
      rows.map(({ personId }) => personId),
    );
    const applicationOf = new Map(about.map((application) => [application.id, application]));
    return rows.map(({ id, programmeId, applicationId, reason, answer, upheld, ...row }) => {
      const application = applicationOf.get(applicationId);
      return {
        id,
        programmeId,
        applicationId,
        reason,
        answer,
        upheld,
        applicationTitle: application?.title ?? '',
        unionName: nameOf(unionKey(application?.unionId ?? ''), names),
        objectorName: personName(row.personId, people),
        createdAt: row.createdAt.toISOString(),
        answeredAt: row.answeredAt?.toISOString() ?? null,
      };
    });
  }

  async subsidiesOf(tx: Transaction, rows: readonly SubsidyRow[]): Promise<SubsidySummaryView[]> {
    const programmes = await this.programmes.findAll(
      tx,
      rows.map(({ programmeId }) => programmeId),
    );
    const titleOf = new Map(programmes.map(({ id, title }) => [id, title]));
    const { names, titles } = await this.shared(
      tx,
      rows.map((row) => ({ ...row, unionIds: [row.giverUnionId, row.receiverUnionId] })),
    );
    return rows.map((row) => ({
      ...subsidyFields(row),
      programmeTitle: titleOf.get(row.programmeId) ?? '',
      giverUnionName: nameOf(unionKey(row.giverUnionId), names),
      receiverUnionName: nameOf(unionKey(row.receiverUnionId), names),
      activityTitle: titles.get(row.activityId ?? '') ?? null,
    }));
  }

  async subsidy(tx: Transaction, row: SubsidyRow): Promise<SubsidyView> {
    const [summary] = await this.subsidiesOf(tx, [row]);
    const programme = await this.programmes.find(tx, row.programmeId);
    const people = await this.references.namesOf(tx, [row.reportedBy]);
    const { bankReference, entryId, reason } = row;
    return {
      ...(summary as SubsidySummaryView),
      bankReference,
      entryId,
      reason,
      conditions: programme?.conditions ?? '',
      needsReceipts: programme?.needsReceipts ?? false,
      ...momentsOf(row),
      report: reportView(row, people),
      moves: movesOf(row.grantedFen, await this.subsidies.movesOf(tx, row.id)),
    };
  }

  private async shared(
    tx: Transaction,
    rows: readonly { readonly activityId: string | null; readonly unionIds: readonly string[] }[],
  ): Promise<{ readonly names: PartyNames; readonly titles: ReadonlyMap<string, string> }> {
    const names = await this.unionNames(
      tx,
      rows.flatMap(({ unionIds }) => unionIds),
    );
    const ids = rows.flatMap(({ activityId }) => (activityId === null ? [] : [activityId]));
    return { names, titles: await this.activities.titlesOf(tx, [...new Set(ids)]) };
  }

  private unionNames(tx: Transaction, ids: readonly string[]): Promise<PartyNames> {
    return this.references.parties(tx, [...new Set(ids.map(unionKey))]);
  }
}

function unionKey(id: string): string {
  return partyKey({ kind: 'union', id });
}

function programmeView(row: SubsidyProgrammeRow, names: PartyNames, now: Date): SubsidyProgrammeView {
  const { id, version, unionId, title, text, expenseCodes, smallFirst, basis, percent, state, round } = row;
  const { noticeDays, reportDays, conditions, needsReceipts, payment, cancelReason } = row;
  return {
    id,
    version,
    unionId,
    title,
    text,
    expenseCodes,
    smallFirst,
    basis,
    percent,
    state,
    round,
    noticeDays,
    reportDays,
    conditions,
    needsReceipts,
    payment,
    cancelReason,
    sizeClasses: row.sizeClasses as SubsidyProgrammeView['sizeClasses'],
    unionName: nameOf(unionKey(unionId), names),
    grades: [...row.grades],
    budget: toWire(row.budgetFen),
    awarded: toWire(row.awardedFen),
    left: toWire(row.budgetFen - row.awardedFen),
    cap: row.capFen === null ? null : toWire(row.capFen),
    opensAt: row.opensAt?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
    noticeEndsAt: row.noticeEndsAt?.toISOString() ?? null,
    takesApplications: state === 'open' && isWithinWindow(row, now),
    createdAt: row.createdAt.toISOString(),
  };
}

/** Whether the instant lies within the application window of a programme. */
export function isWithinWindow(
  { opensAt, closesAt }: Pick<SubsidyProgrammeRow, 'opensAt' | 'closesAt'>,
  now: Date,
): boolean {
  return (opensAt === null || opensAt <= now) && (closesAt === null || now < closesAt);
}

type ApplicationFields = Omit<
  SubsidyApplicationView,
  'programmeTitle' | 'unionName' | 'activityTitle' | 'sizeClass' | 'isFirst' | 'subsidyId'
>;

function applicationFields(row: SubsidyApplicationRow, people: PersonNames): ApplicationFields {
  const { id, version, programmeId, round, unionId, activityId, title, plan, useUntil, state } = row;
  const { grade, reason } = row;
  return {
    id,
    version,
    programmeId,
    round,
    unionId,
    activityId,
    title,
    plan,
    useUntil,
    state,
    grade,
    reason,
    requested: toWire(row.requestedFen),
    planned: toWire(row.plannedFen),
    award: row.awardFen === null ? null : toWire(row.awardFen),
    files: row.files.map(({ name, fileKey, sha256 }) => ({ name, fileKey, sha256 })),
    submittedBy: row.submittedBy,
    submittedByName: personName(row.submittedBy, people),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy,
    decidedByName: personName(row.decidedBy, people),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

type SubsidyFields = Omit<
  SubsidySummaryView,
  'programmeTitle' | 'giverUnionName' | 'receiverUnionName' | 'activityTitle'
>;

function subsidyFields(row: SubsidyRow): SubsidyFields {
  const { id, version, programmeId, applicationId, giverUnionId, receiverUnionId, activityId } = row;
  const { title, state, payment } = row;
  return {
    id,
    version,
    programmeId,
    applicationId,
    giverUnionId,
    receiverUnionId,
    activityId,
    title,
    state,
    payment,
    granted: toWire(row.grantedFen),
    drawn: toWire(row.drawnFen),
    returned: toWire(row.returnedFen),
    left: toWire(leftOf(row)),
    reportDueAt: row.reportDueAt.toISOString(),
    overdue: row.overdueAt !== null && state === 'active',
    createdAt: row.createdAt.toISOString(),
  };
}

function momentsOf({
  acceptedAt,
  sentAt,
  receivedAt,
}: SubsidyRow): Pick<SubsidyView, 'acceptedAt' | 'sentAt' | 'receivedAt'> {
  return {
    acceptedAt: acceptedAt?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
    receivedAt: receivedAt?.toISOString() ?? null,
  };
}

function reportView(
  { report, reportedBy, reportedAt, createdAt }: SubsidyRow,
  people: PersonNames,
): SubsidyView['report'] {
  if (report === null) return null;
  return {
    text: report.text,
    lines: [...report.lines],
    reportedBy,
    reportedByName: personName(reportedBy, people),
    reportedAt: (reportedAt ?? createdAt).toISOString(),
  };
}

/** The movements, each with the remaining amount after it. */
function movesOf(grantedFen: bigint, rows: readonly SubsidyMoveRow[]): SubsidyMoveView[] {
  let leftFen = grantedFen;
  return rows.map(({ id, kind, amountFen, costPoolId, entryId, reason, movedAt }) => {
    leftFen += kind === 'restored' ? amountFen : -amountFen;
    return {
      id,
      kind,
      costPoolId,
      entryId,
      reason,
      amount: toWire(amountFen),
      left: toWire(leftFen),
      at: movedAt.toISOString(),
    };
  });
}
