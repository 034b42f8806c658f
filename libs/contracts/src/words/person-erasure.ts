import { event, NoRequest, query } from '../core/contract.js';
import { ListOf, OneOf, Uuid, Whole } from '../core/fields.js';
import { type DataKind, dataKinds, KeptDataCount } from './person-data.js';
import type { MergeService } from './person-merge.js';

/**
 * What must end before a person's data can be erased: they are a member or hold an office, an act about their record
 * goes on, or something that they take part in is not over.
 */
export const erasureObstacles = [
  'member',
  'office',
  'merge',
  'transfer',
  'registration',
  'activity',
  'loan',
  'lent',
  'bill',
  'balance',
  'appeal',
  'matter',
] as const;
export type ErasureObstacle = (typeof erasureObstacles)[number];

export class ErasureObstacleView {
  @OneOf(erasureObstacles, { name: 'ErasureObstacle' }) obstacle: ErasureObstacle;
  @Whole({ min: 1, description: 'How many there are' }) count: number;
}

export class ErasedDataCount {
  @OneOf(dataKinds, { name: 'DataKind' }) kind: DataKind;
  @Whole({ min: 1, description: 'Entries' }) count: number;
}

/** What one service erases of a person, and what it keeps without a name, with the reason and until when. */
export class ErasurePartView {
  @ListOf(() => ErasedDataCount, { max: dataKinds.length }) erased: ErasedDataCount[];
  @ListOf(() => KeptDataCount, { max: dataKinds.length }) kept: KeptDataCount[];
}

export class ErasurePreviewPart extends ErasurePartView {
  @ListOf(() => ErasureObstacleView, { max: erasureObstacles.length }) obstacles: ErasureObstacleView[];
}

/** Of whom the gateway asks what is in the way, before somebody else decides on their erasure. */
export class ErasureSubject {
  @Uuid() personId: string;
}

/** What is in the way alone: whoever decides on the erasure of somebody else learns nothing of what is kept of them. */
export class ErasureObstaclesView {
  @ListOf(() => ErasureObstacleView, { max: erasureObstacles.length }) obstacles: ErasureObstacleView[];
}

/** That every service is to erase what it has of a person, under all ids that ever stood for them. */
export class PersonErased {
  @Uuid() erasureId: string;
  @Uuid() personId: string;
}

/** That a service has done so, with what it found. */
export class PersonErasureDone extends ErasurePartView {
  @Uuid() erasureId: string;
}

export const personErasureEvents = {
  erased: event('evt.membership.person.erased.v1', PersonErased),
};

export type PersonErasurePart = ReturnType<typeof personErasureContract>;

/** The part of one service: what it counts for the caller beforehand, and how it acknowledges. */
export function personErasureContract(service: MergeService) {
  return {
    /** Only the gateway asks it, and all of them. */
    preview: query(`${service}.person-erasure.preview`, NoRequest, ErasurePreviewPart),
    /** Only the gateway asks it, once membership has let the caller see the request. */
    obstacles: query(`${service}.person-erasure.obstacles`, ErasureSubject, ErasureObstaclesView),
    applied: event(`evt.${service}.person-erasure.applied.v1`, PersonErasureDone),
  };
}

export const sharingErasure = personErasureContract('sharing');
export const settlementErasure = personErasureContract('settlement');
export const evaluationErasure = personErasureContract('evaluation');
export const notificationErasure = personErasureContract('notification');
export const affairsErasure = personErasureContract('affairs');
const { preview, obstacles } = personErasureContract('membership');
export const membershipErasure = { preview, obstacles };
