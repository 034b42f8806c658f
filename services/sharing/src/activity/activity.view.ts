import type { ActivityDetailView, ActivityStateData, ActivityView } from '@gongxiang/contracts';
import type { ActivityRow } from './activity.entity.js';
import { hostUnions } from './activity.model.js';
import { renderedMarkdown } from './rendered-markdown.js';

/** What every other service may know of an activity. */
export function activityStateOf(row: ActivityRow): ActivityStateData & Record<string, unknown> {
  const { id, version, title, business, state, unionId, agreementId } = row;
  return {
    id,
    version,
    title,
    function: row.function,
    business,
    state,
    organiser: { kind: row.organiserKind, id: row.organiserId },
    unionId,
    coHosts: hostUnions(row),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    agreementId,
  };
}

function proposalOf({ proposal }: ActivityRow): ActivityView['proposal'] {
  if (proposal === null) return null;
  const { personId: id, name, ...said } = proposal;
  return { proposer: { kind: 'person', id, name }, ...said };
}

function brandOf({ brand }: ActivityRow): ActivityView['brand'] {
  if (brand === null) return null;
  const { id, name, founder, edition } = brand;
  return { id, name, founder, edition };
}

export function activityViewOf(row: ActivityRow): ActivityView {
  // One literal: put together of several, as elsewhere, it costs half of what a list of them takes.
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
    agreementId: row.agreementId,
    agreementRequired: row.agreementRequired,
    leaveUntil: row.leaveUntil,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
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
    cover: row.cover,
  };
}

/** What its own page shows beside that. */
export function activityDetailOf(row: ActivityRow): ActivityDetailView {
  const descriptionHtml = row.description === null ? null : renderedMarkdown(row.description);
  return { ...activityViewOf(row), descriptionHtml };
}
