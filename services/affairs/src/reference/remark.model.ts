import type { RemarkAppealState } from '@gongxiang/contracts/affairs/remark-appeal';

/** Where something stands that people write for others to read: a comment on a bulletin, or what is written in a circle. */
export type RemarkState = 'waiting' | 'shown' | 'hidden' | 'withdrawn';

/** The columns of what its author has said against the hiding, and of the answer. */
export interface AppealColumns {
  readonly sealedAppeal: string | null;
  readonly appealedAt: Date | null;
  readonly sealedRefusal: string | null;
  readonly refusedAt: Date | null;
}

/** Before there is an appeal; a hiding that follows on a showing can be appealed against anew. */
export const noAppeal: AppealColumns = {
  sealedAppeal: null,
  appealedAt: null,
  sealedRefusal: null,
  refusedAt: null,
};

export function appealStateOf({
  appealedAt,
  refusedAt,
}: Pick<AppealColumns, 'appealedAt' | 'refusedAt'>): RemarkAppealState {
  if (appealedAt === null) return 'none';
  return refusedAt === null ? 'waiting' : 'refused';
}

export interface Remark {
  readonly state: RemarkState;
  /** A report on it waits. */
  readonly isReported: boolean;
  readonly appeal: RemarkAppealState;
}

/** What somebody is to it. */
export interface RemarkRoles {
  /** Reads what is written there. */
  readonly isReader: boolean;
  readonly isModerator: boolean;
  readonly isMine: boolean;
  /** Has decided on it last: who has hidden it does not answer the appeal against that. */
  readonly hasDecided: boolean;
}

export type RemarkStanding = Remark & RemarkRoles;

export type RemarkAct =
  'withdraw' | 'report' | 'hide' | 'show' | 'dismissReports' | 'appeal' | 'refuseAppeal';

/** A moderator who is no reader reads what was reported or hidden, and nothing else; an author finds what they have written. */
export function maySeeRemark({
  state,
  isReported,
  isReader,
  isModerator,
  isMine,
}: Omit<RemarkStanding, 'appeal' | 'hasDecided'>): boolean {
  if (state === 'withdrawn') return false;
  if (isMine) return true;
  if (state !== 'shown') return isModerator;
  return isReader || (isModerator && isReported);
}

function isShown({ state }: Pick<Remark, 'state'>): boolean {
  return state === 'shown';
}

/** Nobody decides on what they have written. */
function isDeciding({ isModerator, isMine }: Pick<RemarkRoles, 'isModerator' | 'isMine'>): boolean {
  return isModerator && !isMine;
}

export const isRemarkActPossible: Readonly<Record<RemarkAct, (standing: RemarkStanding) => boolean>> = {
  withdraw: ({ isMine, state }) => isMine && state !== 'withdrawn',
  report: (standing) => isShown(standing) && standing.isReader && !standing.isMine,
  hide: (standing) => (isShown(standing) || standing.state === 'waiting') && isDeciding(standing),
  show: ({ state, ...roles }) => (state === 'hidden' || state === 'waiting') && isDeciding(roles),
  dismissReports: (standing) => isShown(standing) && isDeciding(standing) && standing.isReported,
  appeal: ({ isMine, state, appeal }) => isMine && state === 'hidden' && appeal === 'none',
  refuseAppeal: ({ state, appeal, ...roles }) =>
    state === 'hidden' && appeal === 'waiting' && isDeciding(roles) && !roles.hasDecided,
};

export function remarkActsOf(standing: RemarkStanding): RemarkAct[] {
  return (Object.keys(isRemarkActPossible) as RemarkAct[]).filter((act) =>
    isRemarkActPossible[act](standing),
  );
}

/** Whether somebody could do it if it stood otherwise: else it is not theirs to do. */
export function isRemarkActEver(act: RemarkAct, roles: RemarkRoles): boolean {
  return (['waiting', 'shown', 'hidden'] as const).some((state) =>
    (['none', 'waiting'] as const).some((appeal) =>
      isRemarkActPossible[act]({ ...roles, state, isReported: true, appeal }),
    ),
  );
}
