import { DomainError } from './domain-error.js';

/** What a person may be granted at a union; it reaches the union's whole subtree. */
export const roleNames = [
  'officer',
  'organiser',
  'finance',
  'approver',
  'evaluator',
  'auditor',
  'operator',
] as const;
export type RoleName = (typeof roleNames)[number];

/** The path of the federation, the root of every network. */
export const rootPath = '1.';

export interface Role {
  readonly role: RoleName;
  readonly unionId: string;
  /** The union's place in the tree, e.g. `1.4.`; a union lies in a subtree when its path starts with that. */
  readonly path: string;
}

/** The caller: a person with their current roles and the union that they belong to. */
export interface Actor {
  readonly personId: string;
  /** Ids of records that were merged into that of the person: what is on record under them is theirs. */
  readonly formerIds?: readonly string[];
  /** Set when an API key acts for the person. */
  readonly apiKeyId?: string;
  /** The session of the person; absent if an API key acts for them. */
  readonly sessionId?: string;
  readonly unionId: string | null;
  readonly unionPath: string | null;
  readonly roles: readonly Role[];
  /** Roles that permit nothing until their holder has set up a second factor. */
  readonly withheldRoles?: readonly Role[];
  /** Changes whenever a role or the membership of the person changes. */
  readonly version: number;
}

/**
 * What an action requires. `roles`: one of these at a union above or at one of the subject's paths. `member`: any
 * person who belongs to one of the subject's unions. `self`: the person themselves. `delegate`: a person to whom the
 * one matter that it is about was delegated. `signedIn`: anyone who is signed in.
 */
export interface ActionRule {
  readonly roles?: readonly RoleName[];
  readonly member?: boolean;
  readonly self?: boolean;
  readonly delegate?: boolean;
  readonly signedIn?: boolean;
}

/** The subject of an action: the paths of the unions that it belongs to, and the person whom it concerns. */
export interface Subject {
  readonly paths?: readonly string[];
  readonly personId?: string;
  /** Whether its matter is delegated to the actor now, as the service that keeps delegations has found. Default: no. */
  readonly isDelegated?: boolean;
  /** Whether the actor may at least see it: then a refusal is 403 instead of 404. Default: no. */
  readonly visible?: boolean;
}

/** The first path in byte order beyond a subtree: `/` follows `.`, so it bounds the range that an index serves. */
export function beyondSubtree(path: string): string {
  return `${path.slice(0, -1)}/`;
}

/** The first path beyond a union itself: those of the unions below it go on with a digit. */
export function beyondItself(path: string): string {
  return `${path}0`;
}

/** For each place where a subtree begins, where it ends; or where the union itself does, for lists of one's own unions alone. */
export function endsOf(paths: readonly string[], { ownUnions }: { readonly ownUnions?: boolean }): string[] {
  return paths.map(ownUnions ? beyondItself : beyondSubtree);
}

/** The paths of a union and of all unions above it, the root first: a role at any of them reaches it. */
export function pathsUpwards(path: string): string[] {
  const steps = path.split('.').slice(0, -1);
  return steps.map((_step, index) => `${steps.slice(0, index + 1).join('.')}.`);
}

/** The paths of the unions at which the actor holds one of the rule's roles: a list shows what lies below them. */
export function reachOf(actor: Actor | null, { roles = [] }: ActionRule): string[] {
  const held = (actor?.roles ?? []).filter(({ role }) => roles.includes(role));
  return [...new Set(held.map(({ path }) => path))];
}

/** The very unions at which the actor holds one of the rule's roles; those above and below them are not meant. */
export function officesOf(actor: Actor | null, { roles = [] }: ActionRule): string[] {
  const held = (actor?.roles ?? []).filter(({ role }) => roles.includes(role));
  return [...new Set(held.map(({ unionId }) => unionId))];
}

export function isWithin(path: string, subtree: string): boolean {
  return path.startsWith(subtree);
}

/** The one authorisation decision: whether this actor may do what the rule guards to this subject. */
export function mayDo(actor: Actor, rule: ActionRule, subject: Subject): boolean {
  const paths = subject.paths ?? [];
  if (rule.signedIn) return true;
  if (rule.delegate && subject.isDelegated) return true;
  if (rule.self && isAbout(subject, actor)) return true;
  if (rule.member && actor.unionPath !== null && paths.some((path) => actor.unionPath?.startsWith(path))) {
    return true;
  }
  return actor.roles.some(
    (held) => rule.roles?.includes(held.role) === true && paths.some((path) => isWithin(path, held.path)),
  );
}

function isAbout({ personId }: Subject, actor: Actor): boolean {
  return personId !== undefined && isSelf(actor, personId);
}

/** Whether an id on record is the actor's, also by a record that was merged into theirs. */
export function isSelf(actor: Actor, personId: string): boolean {
  return actor.personId === personId || (actor.formerIds?.includes(personId) ?? false);
}

/**
 * Refuses what {@link mayDo} does not allow.
 * @throws DomainError `NOT_PERMITTED` if the actor may see the subject, `NOT_FOUND` if they may not;
 * `SECOND_FACTOR_SETUP_REQUIRED` if a withheld role would permit it
 */
export function authorise(actor: Actor, rule: ActionRule, subject: Subject): void {
  if (mayDo(actor, rule, subject)) return;
  if (isWithheld(actor, rule, subject)) throw new DomainError('SECOND_FACTOR_SETUP_REQUIRED');
  throw new DomainError(subject.visible ? 'NOT_PERMITTED' : 'NOT_FOUND');
}

/** Whether a withheld role would permit it. A list of what lies below one's own roles names no place where all are withheld. */
function isWithheld({ withheldRoles = [], ...actor }: Actor, rule: ActionRule, subject: Subject): boolean {
  if (withheldRoles.length === 0) return false;
  const paths = subject.paths?.length ? subject.paths : withheldRoles.map(({ path }) => path);
  return mayDo({ ...actor, roles: withheldRoles }, rule, { ...subject, paths });
}
