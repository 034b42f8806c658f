import type { CriterionPoints, WorkAct, WorkState } from '@gongxiang/contracts/affairs/works/work.contract';
import type { WorksCallState } from '@gongxiang/contracts/affairs/works/works-call.contract';
import { endingOf } from '@gongxiang/domain';

/** In which states of a work and of its call each act is possible. */
const statesOf: Readonly<
  Record<WorkAct, { readonly work: readonly WorkState[]; readonly call: readonly WorksCallState[] }>
> = {
  addFile: { work: ['sent'], call: ['open'] },
  withdraw: { work: ['sent', 'admitted'], call: ['open'] },
  // An officer who is late takes the chance from nobody, while votes are still taken.
  admit: { work: ['sent'], call: ['open', 'judging'] },
  refuse: { work: ['sent'], call: ['open', 'judging', 'closing'] },
  score: { work: ['admitted'], call: ['judging', 'closing'] },
};

/** What somebody is to a work. */
export interface WorkRoles {
  readonly isAuthor: boolean;
  /** Of the union that calls for works, and not on the jury. */
  readonly isOfficer: boolean;
  readonly isJuror: boolean;
  /** Works are taken now. */
  readonly isTaking: boolean;
}

/** Nobody decides on a work of their own, nor scores it. */
export function isWhoActs(act: WorkAct, { isAuthor, isOfficer, isJuror, isTaking }: WorkRoles): boolean {
  switch (act) {
    case 'addFile':
    case 'withdraw':
      return isAuthor && isTaking;
    case 'score':
      return isJuror && !isAuthor;
    default:
      return isOfficer && !isAuthor;
  }
}

export function isPossible(act: WorkAct, work: WorkState, call: WorksCallState): boolean {
  return statesOf[act].work.includes(work) && statesOf[act].call.includes(call);
}

export function workActsOf(
  states: { readonly work: WorkState; readonly call: WorksCallState },
  roles: WorkRoles,
): WorkAct[] {
  return (Object.keys(statesOf) as WorkAct[]).filter(
    (act) => isPossible(act, states.work, states.call) && isWhoActs(act, roles),
  );
}

/**
 * Its author and officers see what the author has called a file. To all others it has its number among those of the work: a
 * jury is blind, and many a name of a file is one of a person.
 */
export function fileNameFor(
  { isAuthor, isOfficer }: Pick<WorkRoles, 'isAuthor' | 'isOfficer'>,
  file: { readonly name: string; readonly contentType: string; readonly number: number },
): string {
  if (isAuthor || isOfficer) return file.name;
  return `${file.number}.${endingOf(file.contentType) ?? file.contentType.split('/')[1] ?? 'bin'}`;
}

/** Authors and officers see a work always; others what is admitted, once judging begins. */
export function maySeeWork(
  states: { readonly work: WorkState; readonly call: WorksCallState },
  roles: WorkRoles & { readonly isAddressed: boolean },
): boolean {
  if (roles.isAuthor || roles.isOfficer) return true;
  const isShown = ['judging', 'closing', 'awarded'].includes(states.call) && states.work === 'admitted';
  return isShown && (roles.isAddressed || roles.isJuror);
}

/** Points in the order of the criteria; null unless each criterion has them once. */
export function pointsOf(given: readonly CriterionPoints[], criteria: number): number[] | null {
  const points = Array.from({ length: criteria }, (_one, index) =>
    given.filter(({ criterion }) => criterion === index).map((one) => one.points),
  );
  if (given.length !== criteria || points.some((one) => one.length !== 1)) return null;
  return points.flat();
}
