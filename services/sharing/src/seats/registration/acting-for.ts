import { mayDo } from '@gongxiang/domain';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { type Mandated, recordActing, placesFor } from '../../reference/mandate/acting.js';
import type { Application } from './application.js';
import type { Applicant } from './registration.repository.js';

/** The paths of unions whose members somebody else signs up; signing up oneself needs no mandate. */
export function forWhom(
  applications: readonly Application[],
  applicants: ReadonlyMap<string, Applicant>,
): string[] {
  const others = applications.filter(({ tx, personId }) => personId !== tx.personId);
  return others.flatMap(({ personId }) => applicants.get(personId)?.unionPath ?? []);
}

interface ActingContext {
  /** The union that owns the seat, or the person's own union for a common seat. */
  readonly path: string | null;
  readonly mandates: readonly Mandated[];
}

/** Permitted: the organiser, the union that owns the seat, or one mandated by it. */
export function requireMayRegister(
  { tx }: Application,
  activity: ActivityRow,
  { path, mandates }: ActingContext,
): void {
  const paths = [activity.unionPath, ...(path === null ? [] : placesFor(path, mandates))];
  tx.authorise(actions.registerOther, { paths, visible: true });
}

/** Records the mandate by which somebody was signed up. */
export function recordActingFor(
  { tx, personId }: Application,
  activity: ActivityRow,
  { path, mandates }: ActingContext,
): void {
  const rule = actions.registerOther;
  const { actor } = tx.call;
  if (path === null || actor === null || personId === actor.personId) return;
  if (mayDo(actor, rule, { paths: [activity.unionPath] })) return;
  recordActing(tx, mandates, { rule, scope: 'signUp', path, aboutId: activity.id });
}
