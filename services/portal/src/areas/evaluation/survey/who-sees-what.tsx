import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const seen = ['person', 'answers', 'results', 'few', 'phone', 'words'] as const;

/** In plain words, before anything is asked. */
export function WhoSeesWhat({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <strong>{t('answering.who.sentence')}</strong>
      </p>
      <details className="card fold who-sees">
        <summary>{t('answering.who.summary')}</summary>
        <dl>
          {seen.map((key) => (
            <div key={key}>
              <dt>{t(`answering.who.${key}.who`)}</dt>
              <dd>{t(`answering.who.${key}.what`)}</dd>
            </div>
          ))}
        </dl>
        {children}
      </details>
    </>
  );
}
