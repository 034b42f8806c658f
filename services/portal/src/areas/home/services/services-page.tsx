import '../../../kit/styles/link-tiles.css';
import '../../../kit/styles/list-page.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../../../kit/button-link.js';
import { FindField } from '../../../kit/find-field.js';
import { PageHead } from '../../../kit/page-head.js';
import { rankOf } from '../../../kit/spelled-name.model.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { ServiceCatalogue } from '../../affairs/service/service-catalogue.js';
import { serviceSyllables } from './service-syllables.js';
import { services } from './services.js';

/** Every service of the union to a worker: what a union deals with for them, and what else is here; one search finds both. */
export function ServicesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useListSearch();
  const q = search.get('q') ?? '';
  return (
    <>
      <PageHead title={t('app.place.services')}>
        <ButtonLink to="/my-matters" isPlain>
          {t('services.name.myMatters')}
        </ButtonLink>
      </PageHead>
      <div className="list-filters">
        <FindField
          key={q}
          label={t('matter.findService')}
          value={q}
          onFind={(text) => setSearch(text === '' ? {} : { q: text })}
        />
      </div>
      <ServiceCatalogue q={q} />
      <OtherServices q={q} />
    </>
  );
}

/** On a phone they stand two in a row, without what explains them. */
function OtherServices({ q }: { readonly q: string }) {
  const { t } = useTranslation();
  return services.map(({ key, services: ofGroup }) => {
    const found = ofGroup
      .map((service) => ({
        ...service,
        name: t(`services.name.${service.key}`),
        about: t(`services.about.${service.key}`),
        syllables: serviceSyllables[service.key],
      }))
      .filter((service) => [service, { name: service.about }].some((one) => rankOf(one, q) !== null));
    if (found.length === 0) return null;
    return (
      <section key={key} aria-labelledby={`services-${key}`} className="link-tiles in-pairs">
        <h2 id={`services-${key}`}>{t(`services.group.${key}`)}</h2>
        <ul>
          {found.map(({ to, key: service, icon: Icon, name, about }) => (
            <li key={service} className="card">
              <Icon aria-hidden />
              <Link to={to}>{name}</Link>
              <p className="hint">{about}</p>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
