import type {
  ActivityPhase,
  ActivityStage,
} from '@gongxiang/contracts/sharing/activities/activity-phase.contract';
import { phasesOfStage } from './activity-phase.js';

/**
 * The pools `fp` of an activity that have a free seat: neither their own people nor those under any cap above them have
 * taken all. It reads the stored sums `fl` of each pool and counts nobody.
 */
const openPools = (a: string): string => `
  pool fp LEFT JOIN union_ref fu ON fu.id = fp.union_id
  LEFT JOIN pool_line fl ON fl.activity_id = fp.activity_id AND fl.pool_id = fp.id
  WHERE fp.activity_id = ${a}.id AND fp.capacity > coalesce(fl.confirmed + fl.held, 0) AND NOT EXISTS (
    SELECT 1 FROM seat_cap fc LEFT JOIN union_ref fcu ON fcu.id = fc.union_id
    WHERE fc.activity_id = ${a}.id AND (fc.union_id IS NULL OR starts_with(fu.path, fcu.path))
      AND fc.capacity <= (
        SELECT coalesce(sum(cl.confirmed + cl.held), 0) FROM pool cp LEFT JOIN union_ref cu ON cu.id = cp.union_id
        JOIN pool_line cl ON cl.activity_id = cp.activity_id AND cl.pool_id = cp.id
        WHERE cp.activity_id = ${a}.id AND (fc.union_id IS NULL OR starts_with(cu.path, fcu.path))))`;

/** Whether all seats are taken. @param a the alias of the activity */
export const fullSql = (a: string): string => `NOT EXISTS (SELECT 1 FROM ${openPools(a)})`;

/** How many seats are free, no more than a cap over the whole activity leaves; 0 exactly where it is full. */
export const seatsFreeSql = (a: string): string => `least(
  (SELECT coalesce(sum(fp.capacity - coalesce(fl.confirmed + fl.held, 0)), 0)::int FROM ${openPools(a)}),
  (SELECT min(greatest(0, wc.capacity - (
      SELECT coalesce(sum(wl.confirmed + wl.held), 0) FROM pool_line wl WHERE wl.activity_id = ${a}.id)))::int
   FROM seat_cap wc WHERE wc.activity_id = ${a}.id AND wc.union_id IS NULL))`;

/** The conditions of one phase, besides not being archived. */
type Conditions = (a: string, now: string) => readonly string[];

const isAgreed = (a: string): string =>
  `(${a}.agreement_id IS NOT NULL AND ${a}.agreed_hosts = jsonb_array_length(${a}.co_hosts) + 1)`;
const isAhead: Conditions = (a, now) => [
  `${a}.state = 'published'`,
  `${a}.ends_at > ${now}`,
  `${a}.starts_at > ${now}`,
];
const isOpen: Conditions = (a, now) => [
  ...isAhead(a, now),
  `${a}.sign_up_opens_at <= ${now}`,
  `${a}.sign_up_closes_at > ${now}`,
];

/** The SQL equivalent of `phaseOf`; a test compares the two. */
const conditionsOf: Readonly<Record<Exclude<ActivityPhase, 'archived'>, Conditions>> = {
  draft: (a) => [
    `${a}.state = 'draft'`,
    `${a}.open_invitations = 0`,
    `NOT ${a}.agreement_required`,
    `NOT ${isAgreed(a)}`,
  ],
  proposed: (a) => [
    `${a}.state = 'draft'`,
    `(${a}.open_invitations > 0 OR (${a}.agreement_required AND NOT ${isAgreed(a)}))`,
  ],
  agreed: (a) => [`${a}.state = 'draft'`, `${a}.open_invitations = 0`, isAgreed(a)],
  published: (a, now) => [...isAhead(a, now), `${a}.sign_up_opens_at > ${now}`],
  signUpOpen: (a, now) => [...isOpen(a, now), `NOT (${fullSql(a)})`],
  full: (a, now) => [...isOpen(a, now), fullSql(a)],
  signUpClosed: (a, now) => [
    ...isAhead(a, now),
    `${a}.sign_up_opens_at <= ${now}`,
    `${a}.sign_up_closes_at <= ${now}`,
  ],
  running: (a, now) => [`${a}.state = 'published'`, `${a}.starts_at <= ${now}`, `${a}.ends_at > ${now}`],
  ended: (a, now) => [`${a}.state = 'published'`, `${a}.ends_at <= ${now}`],
  closing: (a) => [`${a}.state = 'closing'`],
  closed: (a) => [`${a}.state = 'closed'`, `${a}.settled_at IS NULL`],
  settled: (a) => [`${a}.state = 'closed'`, `${a}.settled_at IS NOT NULL`],
  cancelled: (a) => [`${a}.state = 'cancelled'`],
};

/**
 * The condition for activities in a phase.
 * @param a the alias of the activity @param now the parameter with the time, such as `:now` or `$1`
 */
export function phaseSql(phase: ActivityPhase, a: string, now: string): string {
  if (phase === 'archived') return `${a}.archived_at IS NOT NULL`;
  return [`${a}.archived_at IS NULL`, ...conditionsOf[phase](a, now)].join(' AND ');
}

/** The condition for activities in any phase of a stage; the parameters are those of {@link phaseSql}. */
export function stageSql(stage: ActivityStage, a: string, now: string): string {
  return `(${phasesOfStage[stage].map((phase) => `(${phaseSql(phase, a, now)})`).join(' OR ')})`;
}
