import { useTranslation } from 'react-i18next';
import type { Source } from './fund-rule-form.js';
import { useRuleWords } from './use-rule-words.js';

/** The source of a rule, and whether it is verified. */
export function SourceView({ source }: { readonly source: Source }) {
  const { t } = useTranslation();
  const { sourceWords } = useRuleWords();
  const { place, isVerified } = source;
  const isAddress = place !== null && place !== undefined && /^https:\/\//.test(place);
  return (
    <>
      {isAddress ? (
        <a href={place} rel="noreferrer noopener" className="cell-link">
          {sourceWords(source)}
        </a>
      ) : (
        <span>{sourceWords(source)}</span>
      )}
      {!isAddress && place && <span className="hint"> {place}</span>}
      {!isVerified && (
        <>
          {' '}
          <span className="tag">{t('fundRule.unverified')}</span>
        </>
      )}
    </>
  );
}
