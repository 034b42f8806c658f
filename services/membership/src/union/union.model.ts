import { checkUscc, DomainError, usccKind } from '@gongxiang/domain';

/** The path of a union's n-th child: numbers in base 36, so that paths stay short. */
export function childPath(parentPath: string, number: number): string {
  return `${parentPath}${number.toString(36)}.`;
}

/** How deep in the tree: 1 for the federation, `1.`. */
export function levelOf(path: string): number {
  return path.split('.').length - 1;
}

export interface CheckedCode {
  readonly uscc: string;
  /** A genuine code can fail its check digit: it is kept, and a person reviews it with the papers. */
  readonly usccCheck: 'passed' | 'failed';
}

/**
 * Reads a union's own code.
 * @throws DomainError `USCC_FORMAT` where it has not 18 characters of the alphabet, `USCC_NOT_A_UNION` where it is another kind's
 */
export function checkUnionCode(code: string): CheckedCode {
  const { value, valid, reason } = checkUscc(code);
  if (reason === 'LENGTH' || reason === 'ALPHABET')
    throw new DomainError('USCC_FORMAT', { pointer: '/uscc' });
  if (usccKind(value) !== 'union') throw new DomainError('USCC_NOT_A_UNION', { pointer: '/uscc' });
  return { uscc: value, usccCheck: valid ? 'passed' : 'failed' };
}
