import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useDebounced } from '../../../kit/use-debounced.js';

type Schemas = components['schemas'];

interface IdentifierHintProps {
  readonly kind: Schemas['CheckIdentifierRequest']['kind'];
  /** The text of the field. */
  readonly value: string;
  /** The hint while the field is empty. */
  readonly otherwise?: string;
}

/** Says during typing whether a code or number can be right. The browser keeps nothing of it. */
export function IdentifierHint({ kind, value, otherwise = '' }: IdentifierHintProps) {
  const { t } = useTranslation();
  const rested = useDebounced(value.trim());
  const { data, isError } = useQuery({
    queryKey: ['identifier', kind, rested],
    queryFn: ({ signal }) =>
      request('post', '/identifiers/check', { body: { kind, value: rested } }, { signal }),
    enabled: rested !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <span role="status" aria-live="polite">
      {rested === '' && otherwise}
      {rested !== '' && data !== undefined && <Verdict found={data} />}
      {rested !== '' && isError && t('party.identifier.failed')}
    </span>
  );
}

const warnings = ['REGISTRATION_KIND', 'AREA_UNKNOWN', 'ORGANISATION_CODE'] as const;

function Verdict({ found }: { readonly found: Schemas['IdentifierCheckView'] }) {
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
