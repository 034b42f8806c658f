import {
  checkUscc,
  DomainError,
  type EnterpriseFigures,
  type Sector,
  sizeClassOf,
  type SizeClass,
  usccKind,
} from '@gongxiang/domain';

export interface CheckedCode {
  readonly uscc: string;
  /** A genuine code can fail its check: it is stored, and a person reviews it with evidence. */
  readonly usccCheck: 'passed' | 'failed';
}

/**
 * Checks the code of a body that is not a union. The first two characters identify the registration authority; a
 * resident number can pass the checksum, but begins with a pair that no authority uses, and needs a review.
 * @throws DomainError `USCC_FORMAT`, `USCC_OF_A_UNION`
 */
export function checkBodyCode(code: string): CheckedCode {
  const { value, valid, reason, warnings } = checkUscc(code);
  if (reason === 'LENGTH' || reason === 'ALPHABET')
    throw new DomainError('USCC_FORMAT', { pointer: '/uscc' });
  if (usccKind(value) === 'union') throw new DomainError('USCC_OF_A_UNION', { pointer: '/uscc' });
  const isKnownKind = !warnings.includes('REGISTRATION_KIND');
  return { uscc: value, usccCheck: valid && isKnownKind ? 'passed' : 'failed' };
}

export interface SizeFigures extends Omit<EnterpriseFigures, 'sector'> {
  readonly sector: Sector | null;
}

export interface Size {
  readonly sizeClass: SizeClass;
  readonly sizeBasis: string[];
}

/**
 * The size class by the table of 2017; unclassified without a sector.
 * @throws DomainError `FIGURE_REQUIRED`
 */
export function sizeOf(figures: SizeFigures): Size {
  const { sector } = figures;
  if (sector === null) return { sizeClass: 'unclassified', sizeBasis: [] };
  const { sizeClass, basis } = sizeClassOf({ ...figures, sector });
  return { sizeClass, sizeBasis: [...basis] };
}
