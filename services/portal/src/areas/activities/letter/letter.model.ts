import type { components } from '../../../api/schema.js';

export type LetterTemplate = components['schemas']['LetterTemplateView'];
export type LetterKind = LetterTemplate['kind'];

export const letterKinds = [
  'certificate',
  'invitation',
  'thanks',
  'proof',
] as const satisfies readonly LetterKind[];

/** What can be issued in this state of an activity: invitations before it, everything else once it is closed. */
export function mayIssue(
  kind: LetterKind,
  { state, startsAt }: { state: string; startsAt: string },
  now: Date,
): boolean {
  if (kind === 'invitation') return state === 'published' && now < new Date(startsAt);
  return state === 'closed';
}
