import { mayDo } from '@gongxiang/domain';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { type Mandated, noteActing, placesFor } from '../../reference/mandate/acting.js';
import type { Application } from './application.js';
import type { Applicant } from './registration.repository.js';

/** The places of the unions whose members somebody else signs up; whoever signs himself up needs no mandate. */
export function forWhom(
  applications: readonly Application[],
  applicants: ReadonlyMap<string, Applicant>,
): string[] {
  const others = applications.filter(({ tx, personId }) => personId !== tx.personId);
  return others.flatMap(({ personId }) => applicants.get(personId)?.unionPath ?? []);
}

interface Ground {
  /** Of the union whose seat it is, or of the person's own where the seat is anybody's. */
  readonly path: string | null;
  readonly mandates: readonly Mandated[];
}

/** By the organiser, the union whose seat it is, or one that this has mandated. */
export function requireMayRegister(
  { tx }: Application,
  activity: ActivityRow,
  { path, mandates }: Ground,
): void {
  const paths = [activity.unionPath, ...(path === null ? [] : placesFor(path, mandates))];
  tx.authorise(actions.registerOther, { paths, visible: true });
}

/** Once somebody is signed up by a mandate, its trail says so. */
export function noteRegistering(
  { tx, personId }: Application,
  activity: ActivityRow,
  { path, mandates }: Ground,
): void {
  const rule = actions.registerOther;
  const { actor } = tx.call;
  if (path === null || actor === null || personId === actor.personId) return;
  if (mayDo(actor, rule, { paths: [activity.unionPath] })) return;
  noteActing(tx, mandates, { rule, scope: 'signUp', path, aboutId: activity.id });
}
