import { useTranslation } from 'react-i18next';
import type { CodeCheck } from './party.model.js';

interface CodeWithCheckProps {
  readonly code: string | null;
  readonly check: CodeCheck | null;
}

/** A Unified Social Credit Code, and whether its check character is right. */
export function CodeWithCheck({ code, check }: CodeWithCheckProps) {
  const { t } = useTranslation();
  if (code === null) return <>{t('party.noCode')}</>;
  return (
    <span className="code-line">
      {code}
      {check !== null && (
        <span className={`tag ${check === 'failed' ? 'is-closing' : 'is-published'}`}>
          {t(`party.check.${check}`)}
        </span>
      )}
    </span>
  );
}
