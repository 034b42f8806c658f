import '../../../kit/styles/link-tiles.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHead } from '../../../kit/page-head.js';
import { ServiceCatalogue } from '../../affairs/service/service-catalogue.js';
import { services } from './services.js';

/** Every service of the union to a worker, each with a sentence on what it is for. */
export function ServicesPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('app.place.services')} />
      <ServiceCatalogue />
      {services.map(({ key, services: ofGroup }) => (
        <section key={key} aria-labelledby={`services-${key}`} className="link-tiles">
          <h2 id={`services-${key}`}>{t(`services.group.${key}`)}</h2>
          <ul>
            {ofGroup.map(({ to, key: service, icon: Icon }) => (
              <li key={service} className="card">
                <Icon aria-hidden />
                <Link to={to}>{t(`services.name.${service}`)}</Link>
                <p className="hint">{t(`services.about.${service}`)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
