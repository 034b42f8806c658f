import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { ContactPointFacts } from './contact-point-facts.js';

/** The open offices of a union on its public page; nothing where it has named none. */
export function PublicContactPoints({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const { items = [] } = useList('contactPoint', '/public/unions/{unionId}/contact-points', { unionId });
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="contact-title">
      <h2 id="contact-title">{t('contactPoint.title')}</h2>
      {items.map((point) => (
        <div key={point.id} className="card">
          <h3>{point.name}</h3>
          <ContactPointFacts point={point} />
        </div>
      ))}
    </section>
  );
}
