import { useTranslation } from 'react-i18next';
import { useDebounced } from '../../../kit/use-debounced.js';
import { type IdentifierKind, useIdentifierCheck } from './use-party.js';
import type { components } from '../../../api/schema.js';

interface IdentifierHintProps {
  readonly kind: IdentifierKind;
  /** As it is typed. */
  readonly value: string;
  /** What stands there as long as nothing is typed. */
  readonly otherwise?: string;
}

/** Says while one types whether a code or number can be right. */
export function IdentifierHint({ kind, value, otherwise = '' }: IdentifierHintProps) {
  const { t } = useTranslation();
  const rested = useDebounced(value.trim());
  const { data, isError } = useIdentifierCheck(kind, rested);
  return (
    <span role="status" aria-live="polite">
      {rested === '' && otherwise}
      {rested !== '' && data !== undefined && <Verdict found={data} />}
      {rested !== '' && isError && t('party.identifier.failed')}
    </span>
  );
}

type Found = components['schemas']['IdentifierCheckView'];

const warnings = ['REGISTRATION_KIND', 'AREA_UNKNOWN', 'ORGANISATION_CODE'] as const;

function Verdict({ found }: { readonly found: Found }) {
  const { t } = useTranslation();
  const { reason, checkCharacter, value } = found;
  if (reason !== null) {
    const words = { count: [...value].length, character: checkCharacter ?? '' };
    return <span className="field-error">{t(`party.identifier.reason.${reason}`, words)}</span>;
  }
  const known = warnings.filter((warning) => found.warnings.includes(warning));
  const texts: string[] = known.map((warning) => t(`party.identifier.warning.${warning}`));
  if (known.length < found.warnings.length) texts.push(t('party.identifier.warningOther'));
  return <>{[t('party.identifier.valid'), ...texts].join(t('party.identifier.stop'))}</>;
}
