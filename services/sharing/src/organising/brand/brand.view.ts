import type { AdoptionRequestView } from '@gongxiang/contracts/sharing/organising/adoption-request.contract';
import type {
  BrandEditionView,
  BrandLineView,
  BrandStateData,
  BrandStatisticsView,
  BrandTemplateView,
  BrandView,
  SuggestedRuleView,
} from '@gongxiang/contracts/sharing/organising/brand.contract';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { AdoptionRequestRow, BrandRow, BrandTemplateRow } from './brand.entity.js';
import type { YearSums } from './edition.repository.js';
import type { SuggestedRule } from './template.js';

const minuteMs = 60_000;

export function brandStateOf(row: BrandRow): BrandStateData & Record<string, unknown> {
  const { id, version, name, state, adoption, founderUnionId, kind, business } = row;
  const { templateVersion, editions } = row;
  return {
    id,
    version,
    name,
    state,
    adoption,
    founderUnionId,
    kind,
    function: row.function,
    business,
    templateVersion,
    editions,
  };
}

export function brandLineOf(row: BrandRow): BrandLineView {
  const { id, version, name, state, adoption, kind, business, editions } = row;
  return {
    id,
    version,
    name,
    state,
    adoption,
    kind,
    function: row.function,
    business,
    editions,
    founder: { kind: 'union', id: row.founderUnionId, name: row.founderName },
  };
}

export function brandViewOf(row: BrandRow, template: BrandTemplateRow): BrandView {
  return {
    ...brandLineOf(row),
    story: row.story,
    firstActivityId: row.firstActivityId,
    template: templateViewOf(template),
    createdAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}

function templateViewOf({ version, template }: BrandTemplateRow): BrandTemplateView {
  const { title, description, companionsMax, startsAt, endsAt, pools, questions, rule } = template;
  return {
    version,
    title,
    description,
    companionsMax,
    durationMinutes: Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / minuteMs),
    pools: pools.map(({ name, audience, sex, sizeClasses = [], capacity }) => ({
      name,
      audience,
      sex,
      sizeClasses: [...sizeClasses],
      capacity,
    })),
    questions: questions.map((question) => question.title),
    hasConditions: template.eligibility !== null,
    tasks: [...template.tasks],
    costRule: rule === null ? null : ruleViewOf(rule),
  };
}

function ruleViewOf({ kind, percent, weights, rest }: SuggestedRule): SuggestedRuleView {
  return {
    kind,
    percent,
    weights: weights.map((weight) => ({ weight })),
    rest: rest === null ? null : ruleViewOf(rest),
  };
}

/** @param heads the attendance, if any */
export function editionViewOf(row: ActivityRow, heads: number | undefined): BrandEditionView {
  const { id: activityId, title, state, unionId, timeZone } = row;
  return {
    edition: row.brand?.edition ?? 0,
    templateVersion: row.brand?.templateVersion ?? 0,
    activityId,
    title,
    state,
    unionId,
    timeZone,
    organiser: { kind: row.organiserKind, id: row.organiserId, name: row.organiserName },
    startsAt: row.startsAt.toISOString(),
    heads: state === 'closed' ? (heads ?? 0) : null,
  };
}

export function statisticsOf(brandId: string, sums: readonly YearSums[]): BrandStatisticsView {
  return {
    brandId,
    years: sums.flatMap(({ year, editions, heads, unions, seated, seatedCame }) =>
      year === null
        ? []
        : [{ year, editions, heads, unions, attendanceRate: seated === 0 ? null : seatedCame / seated }],
    ),
    unions: sums.find(({ year }) => year === null)?.unions ?? 0,
  };
}

export function adoptionViewOf(row: AdoptionRequestRow): AdoptionRequestView {
  const { id, version, brandId, note, state, reason } = row;
  return {
    id,
    version,
    brandId,
    note,
    state,
    reason,
    union: { kind: 'union', id: row.unionId, name: row.unionName },
    askedAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
