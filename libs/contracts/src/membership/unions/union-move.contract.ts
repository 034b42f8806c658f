import { query } from '../../core/contract.js';
import { ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { sizeClasses, type SizeClassName } from '../membership-events.js';

/** What goes along with a union that moves, since it belongs to the union or to one below it. */
export const movedThings = ['unions', 'members', 'offices', 'clubs', 'organisations', 'groups'] as const;
export type MovedThing = (typeof movedThings)[number];

/** What is not decided yet there; other unions are above it after the move. */
export const movedMatters = [
  'applications',
  'foundings',
  'transfers',
  'unionTransfers',
  'closings',
  'changes',
  'corrections',
] as const;
export type MovedMatter = (typeof movedMatters)[number];

export class PreviewUnionMove {
  @Uuid() unionId: string;
  @Uuid({ description: 'The union that is to be above it' }) parentId: string;
}

export class MovedThingView {
  @OneOf(movedThings, { name: 'MovedThing' }) thing: MovedThing;
  @Whole({ min: 1 }) count: number;
}

export class MovedMatterView {
  @OneOf(movedMatters, { name: 'MovedMatter' }) matter: MovedMatter;
  @Whole({ min: 1 }) count: number;
}

/** A union that is above only before the move, or only after it. */
export class UnionAboveView {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Whole({ description: 'Roles held there, which reach the union that moves and all below it' })
  offices: number;
}

/** What a move of a union would change; nothing of it has happened. */
export class UnionMovePreview {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Uuid({ description: 'Whose officers decide: the nearest union above both places' }) deciderUnionId: string;
  @Text() deciderUnionName: string;
  @ListOf(() => MovedThingView, {
    max: movedThings.length,
    description: 'Goes along; the union itself is one',
  })
  things: MovedThingView[];
  @ListOf(() => MovedMatterView, { max: movedMatters.length, description: 'Not decided yet, and goes along' })
  matters: MovedMatterView[];
  @ListOf(() => UnionAboveView, { max: 100, description: 'Above it until then and no more, nearest first' })
  leaves: UnionAboveView[];
  @ListOf(() => UnionAboveView, { max: 100, description: 'Above it from then on, nearest first' })
  joins: UnionAboveView[];
  @OneOf(sizeClasses, { nullable: true, description: 'That it counts as now; a branch counts as its firm' })
  sizeClassBefore: SizeClassName | null;
  @OneOf(sizeClasses, { nullable: true, description: 'That it counts as after the move' })
  sizeClassAfter: SizeClassName | null;
}

export const unionMoveContract = {
  preview: query('membership.union-move.preview', PreviewUnionMove, UnionMovePreview, {
    http: 'GET unions/:unionId/move',
    tag: 'unions',
    summary:
      'What would move with a union to below another one, and who would be above it then; changes nothing',
  }),
};
