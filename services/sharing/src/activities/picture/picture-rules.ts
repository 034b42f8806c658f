import { picturesMax } from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import { dayMs, DomainError } from '@gongxiang/domain';

/** Days a removed picture can be restored. */
const keptDays = 30;

export function erasedAt(removedAt: Date): Date {
  return new Date(removedAt.getTime() + keptDays * dayMs);
}

/** @param max per activity by default @throws DomainError `PICTURES_TOO_MANY` */
export function requirePlace(shown: number, max = picturesMax): void {
  if (shown >= max) throw new DomainError('PICTURES_TOO_MANY', { params: { max } });
}

interface Cover {
  readonly id: string;
  readonly alt: string;
}

interface Shown {
  readonly id: string;
  readonly alt: string | null;
}

/**
 * A new order must contain all shown pictures exactly once; one with alternative text is the cover.
 * @returns the cover, or null for none
 * @throws DomainError `PICTURES_CHANGED`, `PICTURE_ALT_MISSING`
 */
export function coverAmong(
  shown: readonly Shown[],
  { pictureIds, coverId }: { readonly pictureIds: readonly string[]; readonly coverId?: string | null },
): Cover | null {
  const isSame = pictureIds.length === shown.length && shown.every(({ id }) => pictureIds.includes(id));
  if (!isSame) throw new DomainError('PICTURES_CHANGED', { pointer: '/pictureIds' });
  if (coverId === undefined || coverId === null) return null;
  const cover = shown.find(({ id }) => id === coverId);
  if (cover === undefined) throw new DomainError('PICTURES_CHANGED', { pointer: '/coverId' });
  return { id: cover.id, alt: requireAlt(cover.alt, '/coverId') };
}

/** The default cover: the first picture with alternative text. */
export function firstWithAlt(shown: readonly Shown[]): Cover | null {
  const [first] = shown.flatMap(({ id, alt }) => (alt === null ? [] : [{ id, alt }]));
  return first ?? null;
}

/** @throws DomainError `PICTURE_ALT_MISSING` */
export function requireAlt(alt: string | null, pointer: string): string {
  if (alt === null || alt.trim() === '') throw new DomainError('PICTURE_ALT_MISSING', { pointer });
  return alt;
}
