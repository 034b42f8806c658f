import { mayDo } from '@gongxiang/domain';
import { actions } from '../actions.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { type Mandated, noteActing, placesFor } from '../mandate/acting.js';
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

/** By the organiser, the union whose seat it is, or one that this has mandated, whose trail then says so. */
export function requireMayRegister(
  { tx }: Application,
  activity: ActivityRow,
  { path, mandates }: { readonly path: string | null; readonly mandates: readonly Mandated[] },
): void {
  const rule = actions.registerOther;
  const paths = [activity.unionPath, ...(path === null ? [] : placesFor(path, mandates))];
  tx.authorise(rule, { paths, visible: true });
  const isOrganisers = tx.call.actor !== null && mayDo(tx.call.actor, rule, { paths: [activity.unionPath] });
  if (path === null || isOrganisers) return;
  noteActing(tx, mandates, { rule, scope: 'signUp', path, aboutId: activity.id });
}
