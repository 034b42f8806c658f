import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { SystemStateTag } from './system-state-tag.js';
import type { IndicatorSystem } from './use-indicator-systems.js';

/** The other versions of a system, each a press away from what differs. */
export function VersionList({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const { data } = useRead('indicatorSystem', '/indicator-systems', {
    seriesId: system.seriesId,
    limit: 100,
  });
  const others = (data?.items ?? []).filter(({ id }) => id !== system.id);
  if (others.length === 0) return null;
  return (
    <section className="card" aria-labelledby="versions-title">
      <h2 id="versions-title">{t('indicatorDesign.versions')}</h2>
      <ul className="plain-list">
        {others.map(({ id, name, state, versionNumber }) => (
          <li key={id} className="version-line">
            <p>
              <Link to={`/indicator-systems/${id}`} className="back">
                {name === system.name
                  ? t('indicatorSystem.versionOf', { version: versionNumber })
                  : t('indicatorSystem.nameAndVersion', { name, version: versionNumber })}
              </Link>
            </p>
            <SystemStateTag state={state} />
            <p>
              <Link to={`/indicator-systems/${system.id}/compare?against=${id}`} className="back">
                {t('indicatorDesign.compareWith', { version: versionNumber })}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
