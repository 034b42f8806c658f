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
  /** A genuine code can fail its check: it is kept, and a person reviews it with the papers. */
  readonly usccCheck: 'passed' | 'failed';
}

/**
 * Reads the code of whoever is no union. The first two characters say what registered the holder; a resident number
 * can pass the checksum, but begins with a pair that no authority uses, and goes to review.
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
 * The size class by the table of 2017; unclassified while the sector is not known.
 * @throws DomainError `FIGURE_REQUIRED`
 */
export function sizeOf(figures: SizeFigures): Size {
  const { sector } = figures;
  if (sector === null) return { sizeClass: 'unclassified', sizeBasis: [] };
  const { sizeClass, basis } = sizeClassOf({ ...figures, sector });
  return { sizeClass, sizeBasis: [...basis] };
}
