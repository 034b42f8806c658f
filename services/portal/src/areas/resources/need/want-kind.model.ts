import type { components } from '../../../api/schema.js';

type Want = components['schemas']['WantDto'];

/** What people look for, in their own words. Seats and money are not lent: pages of their own lead to them. */
export const wantKinds = [
  'venue',
  'equipment',
  'vehicle',
  'teacher',
  'helpers',
  'material',
  'service',
  'management',
  'seats',
  'money',
] as const;
export type WantKind = (typeof wantKinds)[number];
/** Those that a need can be for. */
export type LentKind = Exclude<WantKind, 'seats' | 'money'>;

/** Where seats of an activity and money are asked for. */
export const askedElsewhere: Readonly<Record<Exclude<WantKind, LentKind>, string>> = {
  seats: '/activities',
  money: '/subsidy-programmes',
};

export const lentKinds: readonly LentKind[] = wantKinds.filter(isLent);

export function isLent(kind: WantKind | undefined): kind is LentKind {
  return kind !== undefined && !(kind in askedElsewhere);
}

const functions: Readonly<Record<LentKind, Want['function']>> = {
  venue: 'facility',
  equipment: 'facility',
  vehicle: 'facility',
  teacher: 'people',
  helpers: 'people',
  material: 'information',
  service: 'service',
  management: 'management',
};

type Said = Pick<Want, 'kind' | 'function' | 'capacity' | 'quantity' | 'skill'>;

const counted: readonly LentKind[] = ['equipment', 'vehicle', 'helpers'];

/** Things and hands are counted; places hold people. */
export function isCounted(kind: LentKind): boolean {
  return counted.includes(kind);
}

export function wantOfKind(kind: LentKind, typed: Pick<Said, 'capacity' | 'quantity' | 'skill'>): Said {
  return {
    kind,
    function: functions[kind],
    capacity: kind === 'venue' ? (typed.capacity ?? null) : null,
    quantity: isCounted(kind) ? (typed.quantity ?? 1) : null,
    skill: typed.skill ?? null,
  };
}

/** A vehicle is told from other things by its name, which the form asks for. */
const vehicles = /车|大巴|中巴|\b(bus|car|coach|van)\b/i;

/** The kind of what is sought; of an older need, which does not say it, what the form has sent for it. */
export function kindOf({ kind, function: wanted, quantity, skill }: Said): LentKind {
  if (kind) return kind;
  switch (wanted) {
    case 'facility':
      if (!quantity) return 'venue';
      return vehicles.test(skill ?? '') ? 'vehicle' : 'equipment';
    case 'people':
      return quantity ? 'helpers' : 'teacher';
    case 'information':
      return 'material';
    default:
      return wanted;
  }
}
