import { OneOf, Uuid } from '../core/fields.js';

/**
 * What can be delegated to a person: one activity, or what is published, offered, sought and organised in the name of
 * one party. Unions act through the roles that they grant.
 */
export const matterKinds = ['activity', 'enterprise', 'club', 'organisation', 'person'] as const;
export type MatterKind = (typeof matterKinds)[number];

/** One activity, or the name of one party. */
export class Matter {
  @OneOf(matterKinds, { name: 'MatterKind' }) kind: MatterKind;
  @Uuid() id: string;
}
