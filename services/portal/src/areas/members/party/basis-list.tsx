import { useTranslation } from 'react-i18next';
import { basisOf } from './party.model.js';

/** The bounds that decided a size class, in words. */
export function BasisList({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation();
  const textOf = (line: string): string => {
    const basis = basisOf(line);
    if (basis.figure === null) return t('party.basisOther');
    const { figure, value, bound, size, isMet } = basis;
    const words = { figure: t(`party.${figure}`), value, bound, size: t(`party.sizes.${size}`) };
    return t(isMet ? 'party.basisMet' : 'party.basisMissed', words);
  };
  return (
    <ul className="plain-list hint">
      {lines.map((line) => (
        <li key={line}>{textOf(line)}</li>
      ))}
    </ul>
  );
}
