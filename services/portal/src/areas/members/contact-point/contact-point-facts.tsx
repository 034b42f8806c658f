import { useTranslation } from 'react-i18next';
import type { ContactPoint } from './contact-point-form.js';

/** What is known of an office; on a phone its number can be called with one tap. */
export function ContactPointFacts({ point }: { readonly point: ContactPoint }) {
  const { t } = useTranslation();
  const { about, phone, address, hours } = point;
  return (
    <dl className="facts">
      {about !== null && <Fact term={t('contactPoint.about')}>{about}</Fact>}
      {phone !== null && (
        <Fact term={t('contactPoint.phone')}>
          <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
        </Fact>
      )}
      {address !== null && <Fact term={t('contactPoint.address')}>{address}</Fact>}
      {hours !== null && <Fact term={t('contactPoint.hours')}>{hours}</Fact>}
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
