import { useTranslation } from 'react-i18next';

/** The hash of the terms, for whoever wants to compare it: it proves that this text is what is signed. */
export function Hash({ hash }: { readonly hash: string }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary className="hint">{t('agreement.hashIs')}</summary>
      <code className="hash">{hash}</code>
    </details>
  );
}
