import type {
  ActivityDetailView,
  ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { ActivityStateData } from '@gongxiang/contracts/sharing/sharing-events';
import { namedParty } from '../../reference/whom.model.js';
import type { ActivityRow, ShownActivity } from './activity.entity.js';
import { hostUnions, isUnpublishedByPerson } from './activity.model.js';
import { phaseOf } from './activity-phase.js';
import { renderedMarkdown } from './rendered-markdown.js';

/** The title of what a person plans, as other services know it until it is published: the person may want theirs erased. */
const plannedByPerson = '职工筹划的活动';

/** What other services may know of an activity. */
export function activityStateOf(row: ActivityRow): ActivityStateData & Record<string, unknown> {
  const { id, version, business, state, unionId, agreementId, resourceId, brand } = row;
  return {
    id,
    version,
    title: isUnpublishedByPerson(row) ? plannedByPerson : row.title,
    function: row.function,
    business,
    state,
    organiser: { kind: row.organiserKind, id: row.organiserId },
    unionId,
    coHosts: hostUnions(row),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    agreementId,
    settledAt: row.settledAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    brand: brand && { id: brand.id, name: brand.name, edition: brand.edition },
    resourceId,
  };
}

function proposalOf({ proposal }: ShownActivity): ActivityView['proposal'] {
  if (proposal === null) return null;
  const { personId: id, name, ...said } = proposal;
  return { proposer: { kind: 'person', id, name }, ...said };
}

function brandOf({ brand }: ShownActivity): ActivityView['brand'] {
  if (brand === null) return null;
  const { id, name, founder, edition } = brand;
  return { id, name, founder, edition };
}

/** For the trail, which never changes: it has neither names of persons nor what they alone have written, who may want it erased. */
export function auditedActivity(row: ShownActivity): Record<string, unknown> {
  const { organiser, coHosts, ...fields } = activityFieldsOf(row);
  const words = isUnpublishedByPerson(row) ? { title: null, description: null, venue: null } : {};
  const { proposal } = row;
  return {
    ...fields,
    ...words,
    organiser: auditedParty(organiser),
    coHosts: coHosts.map(auditedParty),
    proposal: proposal && { personId: proposal.personId, state: proposal.state },
  };
}

function auditedParty(party: ActivityView['organiser']): Record<string, unknown> {
  return { ...party, name: namedParty(party) };
}

/** The stored fields, without what also changes by time or by sign-ups alone. The audit trail compares these. */
export function activityFieldsOf(row: ShownActivity): Omit<ActivityView, 'phase' | 'seatsFree'> {
  // One literal: composing several objects takes half the time of a whole list.
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    description: row.description,
    kind: row.kind,
    function: row.function,
    business: row.business,
    state: row.state,
    organiser: { kind: row.organiserKind, id: row.organiserId, name: row.organiserName },
    unionId: row.unionId,
    coHosts: row.coHosts.map((coHost) => ({ kind: coHost.kind, id: coHost.id, name: coHost.name })),
    venue: row.venue,
    resourceId: row.resourceId,
    loanId: row.loanId,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    timeZone: row.timeZone,
    signUpOpensAt: row.signUpOpensAt.toISOString(),
    signUpClosesAt: row.signUpClosesAt.toISOString(),
    companionsMax: row.companionsMax,
    waitlistFairShareDays: row.waitlistFairShareDays,
    agreementId: row.agreementId,
    agreementRequired: row.agreementRequired,
    leaveUntil: row.leaveUntil,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    cancelReason: row.cancelReason,
    seriesId: row.seriesId,
    seriesDate: row.seriesDate,
    seriesNumber: row.seriesNumber,
    seriesSize: row.seriesSize,
    hasConditions: row.eligibility !== null,
    formVersion: row.formVersion,
    brand: brandOf(row),
    proposal: proposalOf(row),
    draw: row.draw,
    queue: row.queue,
    cover: row.cover,
  };
}

/** @param at the current time, and the free seats while sign-up is open */
export function activityViewOf(
  row: ShownActivity,
  { now, seatsFree = null }: { readonly now: Date; readonly seatsFree?: number | null },
): ActivityView {
  return { ...activityFieldsOf(row), phase: phaseOf(row, now, seatsFree === 0), seatsFree };
}

/** The additional fields of its own page. */
export function activityDetailOf(row: ActivityRow, view: ActivityView): ActivityDetailView {
  const descriptionHtml = row.description === null ? null : renderedMarkdown(row.description);
  return { ...view, descriptionHtml };
}
