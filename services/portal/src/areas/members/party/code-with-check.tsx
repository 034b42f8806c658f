import { useTranslation } from 'react-i18next';
import type { CodeCheck } from './party.model.js';

interface CodeWithCheckProps {
  readonly code: string | null;
  readonly check: CodeCheck | null;
}

/** A Unified Social Credit Code; beside it only what a reader must know: that it fails its check, or that somebody has looked into that. */
export function CodeWithCheck({ code, check }: CodeWithCheckProps) {
  const { t } = useTranslation();
  if (code === null) return <>{t('party.noCode')}</>;
  return (
    <span className="code-line">
      {code}
      {check !== null && check !== 'passed' && (
        <span className={`tag ${check === 'failed' ? 'is-closing' : 'is-published'}`}>
          {t(`party.check.${check}`)}
        </span>
      )}
    </span>
  );
}
