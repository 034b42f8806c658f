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
  const { id, version, title, description, kind, business, state, unionId, venue, resourceId, loanId } = row;
  const { timeZone, companionsMax, agreementId, agreementRequired, cancelReason } = row;
  const { seriesId, seriesDate, seriesNumber, seriesSize } = row;
  return {
    ...{ id, version, title, description, kind, function: row.function, business, state },
    organiser: { kind: row.organiserKind, id: row.organiserId, name: row.organiserName },
    unionId,
    coHosts: row.coHosts.map((coHost) => ({ kind: coHost.kind, id: coHost.id, name: coHost.name })),
    ...{ venue, resourceId, loanId },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    timeZone,
    signUpOpensAt: row.signUpOpensAt.toISOString(),
    signUpClosesAt: row.signUpClosesAt.toISOString(),
    ...{ companionsMax, agreementId, agreementRequired, leaveUntil: row.leaveUntil },
    publishedAt: row.publishedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    cancelReason,
    ...{ seriesId, seriesDate, seriesNumber, seriesSize },
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
