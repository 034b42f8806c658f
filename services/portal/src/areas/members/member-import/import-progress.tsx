import { useTranslation } from 'react-i18next';
import type { MemberImport } from './roster.model.js';

/** The progress of the check or the load. */
export function ImportProgress({ found }: { readonly found: MemberImport }) {
  const { t } = useTranslation();
  const { total, done } = found.progress;
  const title = t(found.dryRun ? 'roster.checking' : 'roster.loading');
  return (
    <section className="card import-progress" aria-labelledby="progress-title">
      <h2 id="progress-title">{title}</h2>
      {total === null ? (
        <progress aria-label={title} />
      ) : (
        <progress aria-label={title} value={done} max={Math.max(total, 1)} />
      )}
      <p role="status" aria-live="polite">
        {total === null ? t('roster.counting') : t('roster.progress', { done, total })}
      </p>
    </section>
  );
}
