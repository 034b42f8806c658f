import '../../../kit/styles/acted-lines.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { WeightVersion } from './use-weight-versions.js';
import { WeightStateTag } from './weight-state-tag.js';

/** The weight versions of a system, newest first; one of them is in force. */
export function WeightVersionList({ systemId }: { readonly systemId: string }) {
  const { t } = useTranslation();
  const list = useList('weightVersion', '/indicator-systems/{systemId}/weight-versions', { systemId });
  return (
    <section className="card" aria-labelledby="weights-title">
      <h2 id="weights-title">{t('weightVersion.title')}</h2>
      <PagedList list={list} empty={{ text: t('weightVersion.empty') }}>
        {(versions) => (
          <ul className="plain-list acted-lines">
            {versions.map((version) => (
              <VersionLine key={version.id} version={version} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function VersionLine({ version }: { readonly version: WeightVersion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, versionNumber, nodes, activatedAt } = version;
  const methods = [...new Set(nodes.filter(({ items }) => items.length > 1).map(({ method }) => method))];
  return (
    <li>
      <Link to={`/weight-versions/${id}`} className="back">
        {t('weightVersion.numberOf', { number: versionNumber })}
      </Link>
      <WeightStateTag version={version} />
      <span className="hint">
        {[
          methods.map((method) => t(`weightVersion.method.${method}`)).join(t('common.separator')),
          activatedAt === null ? '' : t('weightVersion.activatedOn', { time: format.instant(activatedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
