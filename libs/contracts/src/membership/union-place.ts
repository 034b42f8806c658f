import { Fraction, Text } from '../core/fields.js';

/** What a union is in the tree, from the top down. A park is one for all the enterprises that lie in it. */
export const unionTiers = [
  'national',
  'province',
  'city',
  'district',
  'street',
  'park',
  'community',
  'enterprise',
  'branch',
] as const;
export type UnionTier = (typeof unionTiers)[number];

const coordinates =
  'Decimal degrees, WGS 84, like those of resources; a figure from a map in GCJ-02 is off by some hundred metres';

/** Where a union is to be found. */
export class UnionPlaceDto {
  @Fraction({ min: -180, max: 180, description: coordinates, example: 114.31 }) longitude: number;
  @Fraction({ min: -90, max: 90, description: coordinates, example: 30.54 }) latitude: number;
  @Text({ optional: true, max: 200, example: '青山区钢桥路 18 号' }) address?: string | null;
}
