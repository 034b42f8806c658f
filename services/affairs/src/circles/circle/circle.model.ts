import type {
  CircleAct,
  CircleJoining,
  CircleMemberAct,
  CircleMemberState,
  CircleState,
} from '@gongxiang/contracts/affairs/circles/circle.contract';

/** What somebody is to a circle. */
export interface CircleRoles {
  /** An officer of its union or above. */
  readonly isOfficer: boolean;
  /** It is for the people of the union to which they belong, or they are an officer of it. */
  readonly isAddressed: boolean;
  readonly standing: CircleMemberState | null;
  /** Named among the members. */
  readonly isNamed: boolean;
}

interface Circle {
  readonly state: CircleState;
  readonly joining: CircleJoining;
}

/** Reads what is written in it: whoever has moved to a union for which it is not reads no more. */
export function isReader({ isAddressed, standing }: CircleRoles): boolean {
  return isAddressed && standing === 'member';
}

export function isModerator(roles: CircleRoles): boolean {
  return roles.isOfficer || (roles.isNamed && isReader(roles));
}

/** How somebody stands to it once they have joined: an officer is always let in, and who was removed has to ask. */
export function standingOnJoining({ joining }: Circle, roles: CircleRoles): 'member' | 'asked' {
  if (roles.isOfficer) return 'member';
  return joining === 'open' && roles.standing !== 'removed' ? 'member' : 'asked';
}

/** Whoever was removed and takes their request back, or is declined, stays removed: leaving would open the door again. */
export function standingOnLeaving(
  standing: CircleMemberState,
  { wasRemoved }: { readonly wasRemoved: boolean },
): 'left' | 'removed' {
  return standing === 'asked' && wasRemoved ? 'removed' : 'left';
}

/** In it, or waiting to be. */
function isInside({ standing }: CircleRoles): boolean {
  return standing === 'member' || standing === 'asked';
}

function mayEnter({ state }: Circle, roles: CircleRoles): boolean {
  return state === 'open' && roles.isAddressed && !isInside(roles);
}

const isPossible: Readonly<Record<CircleAct, (circle: Circle, roles: CircleRoles) => boolean>> = {
  join: (circle, roles) => mayEnter(circle, roles) && standingOnJoining(circle, roles) === 'member',
  ask: (circle, roles) => mayEnter(circle, roles) && standingOnJoining(circle, roles) === 'asked',
  leave: (_circle, roles) => isInside(roles),
  read: (_circle, roles) => isReader(roles),
  write: ({ state }, roles) => state === 'open' && isReader(roles),
  moderate: (_circle, roles) => isModerator(roles),
  nameModerators: ({ state }, { isOfficer }) => state === 'open' && isOfficer,
  change: ({ state }, { isOfficer }) => state === 'open' && isOfficer,
  close: ({ state }, { isOfficer }) => state === 'open' && isOfficer,
  reopen: ({ state }, { isOfficer }) => state === 'closed' && isOfficer,
};

export function circleActsOf(circle: Circle, roles: CircleRoles): CircleAct[] {
  return (Object.keys(isPossible) as CircleAct[]).filter((act) => isPossible[act](circle, roles));
}

interface Person {
  readonly state: CircleMemberState;
  readonly isModerator: boolean;
  /** The caller themselves. */
  readonly isSelf: boolean;
}

/** What the caller may do about somebody: nobody decides on themselves, and moderators do not remove each other. */
export function circleMemberActsOf(circle: Circle, roles: CircleRoles, person: Person): CircleMemberAct[] {
  if (circle.state !== 'open' || !isModerator(roles) || person.isSelf) return [];
  switch (person.state) {
    case 'asked':
      return ['accept', 'decline'];
    case 'removed':
      return ['accept'];
    case 'member':
      return actsOnMember(roles, person);
    default:
      return [];
  }
}

function actsOnMember({ isOfficer }: CircleRoles, person: Person): CircleMemberAct[] {
  if (!isOfficer) return person.isModerator ? [] : ['remove'];
  return ['remove', person.isModerator ? 'endModerator' : 'nameModerator'];
}
