import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { categoryIcons } from './category-icons.js';
import type { ServiceSummary } from './service.model.js';

/** A service to choose: what it is, who offers it, and how long it takes. */
export function ServiceTile({ service }: { readonly service: ServiceSummary }) {
  const { t } = useTranslation();
  const { id, name, summary, category, unionName, decideWithin } = service;
  const Icon = categoryIcons[category];
  return (
    <li className="card">
      <Icon aria-hidden />
      <Link to={`/services/${id}`}>{name}</Link>
      <p className="tile-text">{summary}</p>
      <p className="hint">
        {[unionName, t(`matter.within.${decideWithin.days}`, { count: decideWithin.count })].join(' · ')}
      </p>
    </li>
  );
}
