import type { WantKind } from '@gongxiang/contracts/sharing/lending/need.contract';
import type { ResourceFunction } from '@gongxiang/contracts/sharing/sharing-events';
import type { ThingKind } from './thesaurus.model.js';

/** What is known of a thing to borrow. */
interface Thing {
  readonly function: ResourceFunction;
  /** By the last word of its title; null: in no line of the thesaurus. */
  readonly named: ThingKind | null;
  /** People it has room for; null: unknown, or none. */
  readonly capacity: number | null;
}

/** The sort of a thing, as people look for it. Whatever is neither a place nor a vehicle counts as equipment. */
export function thingKindOf({ function: use, named, capacity }: Thing): WantKind {
  switch (use) {
    case 'facility':
      if (isFacility(named)) return named;
      return capacity === null ? 'equipment' : 'venue';
    case 'people':
      return named === 'helper' ? 'helpers' : 'teacher';
    case 'information':
      return 'material';
    default:
      return use;
  }
}

function isFacility(named: ThingKind | null): named is 'venue' | 'equipment' | 'vehicle' {
  return named === 'venue' || named === 'equipment' || named === 'vehicle';
}

export const functionOfKind: Readonly<Record<WantKind, ResourceFunction>> = {
  venue: 'facility',
  equipment: 'facility',
  vehicle: 'facility',
  teacher: 'people',
  helpers: 'people',
  material: 'information',
  service: 'service',
  management: 'management',
};

/** How the index of what can be shared notes the sort of a thing, beside what its words mean. */
export function sortTerm(kind: WantKind): string {
  return `kind:${kind}`;
}

/** The words that speak of a kind. */
export const wordsOfKind: Readonly<Record<WantKind, readonly ThingKind[]>> = {
  venue: ['venue'],
  equipment: ['equipment'],
  vehicle: ['vehicle'],
  teacher: ['teacher'],
  helpers: ['helper'],
  material: ['document', 'service'],
  service: ['service', 'teacher', 'helper', 'vehicle'],
  management: ['document', 'service'],
};

/**
 * Whether a thing may be of the kind that was said. A thing whose name says nothing is ruled out only by its seats: they
 * make it a place or a vehicle.
 */
export function mayBeOfKind(said: WantKind, thing: Thing): boolean {
  const { function: use, named, capacity } = thing;
  if (use === 'facility' && !isFacility(named)) return capacity === null || said !== 'equipment';
  return thingKindOf(thing) === said || isEither(said, thing);
}

/** A person whose title names no profession may be a trainer as well as a helper. */
function isEither(said: WantKind, { function: use, named }: Thing): boolean {
  const isPerson = use === 'people' && (said === 'teacher' || said === 'helpers');
  return isPerson && named !== 'teacher' && named !== 'helper';
}
