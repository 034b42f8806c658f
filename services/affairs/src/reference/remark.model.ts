/** Where something stands that people write for others to read: a comment on a bulletin, or what is written in a circle. */
export type RemarkState = 'waiting' | 'shown' | 'hidden' | 'withdrawn';

export interface Remark {
  readonly state: RemarkState;
  /** A report on it waits. */
  readonly isReported: boolean;
}

/** What somebody is to it. */
export interface RemarkRoles {
  /** Reads what is written there. */
  readonly isReader: boolean;
  readonly isModerator: boolean;
  readonly isMine: boolean;
}

export type RemarkStanding = Remark & RemarkRoles;

export type RemarkAct = 'withdraw' | 'report' | 'hide' | 'show' | 'dismissReports';

/** A moderator who is no reader reads what was reported or hidden, and nothing else; an author finds what they have written. */
export function maySeeRemark({ state, isReported, isReader, isModerator, isMine }: RemarkStanding): boolean {
  if (state === 'withdrawn') return false;
  if (isMine) return true;
  if (state !== 'shown') return isModerator;
  return isReader || (isModerator && isReported);
}

function isShown({ state }: Remark): boolean {
  return state === 'shown';
}

/** Nobody decides on what they have written. */
function isDeciding({ isModerator, isMine }: RemarkRoles): boolean {
  return isModerator && !isMine;
}

export const isRemarkActPossible: Readonly<Record<RemarkAct, (standing: RemarkStanding) => boolean>> = {
  withdraw: ({ isMine, state }) => isMine && state !== 'withdrawn',
  report: (standing) => isShown(standing) && standing.isReader && !standing.isMine,
  hide: (standing) => (isShown(standing) || standing.state === 'waiting') && isDeciding(standing),
  show: ({ state, ...roles }) => (state === 'hidden' || state === 'waiting') && isDeciding(roles),
  dismissReports: (standing) => isShown(standing) && isDeciding(standing) && standing.isReported,
};

export function remarkActsOf(standing: RemarkStanding): RemarkAct[] {
  return (Object.keys(isRemarkActPossible) as RemarkAct[]).filter((act) =>
    isRemarkActPossible[act](standing),
  );
}

/** Whether somebody could do it if it stood otherwise: else it is not theirs to do. */
export function isRemarkActEver(act: RemarkAct, roles: RemarkRoles): boolean {
  return (['waiting', 'shown', 'hidden'] as const).some((state) =>
    isRemarkActPossible[act]({ ...roles, state, isReported: true }),
  );
}
