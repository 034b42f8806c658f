import './call.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { OwnImage } from '../../../kit/own-image.js';
import { PagedList } from '../../../kit/paged-list.js';
import { previewPath } from '../work/work.model.js';
import type { WorksCall } from './call.model.js';

/** What takes part, for whoever only looks: whose works they are stays closed until the result stands. */
export function ShownWorks({ call: { id: worksCallId } }: { readonly call: WorksCall }) {
  const { t } = useTranslation();
  const list = useList('work', '/works-calls/{worksCallId}/works', { worksCallId, state: 'admitted' });
  return (
    <section className="card" aria-labelledby="shown-works-title">
      <h2 id="shown-works-title">{t('works.taking')}</h2>
      <p className="hint">{t('works.blindHint')}</p>
      <PagedList list={list} empty={{ text: t('works.noWorks') }}>
        {(works) => (
          <ul className="work-cards">
            {works.map(({ id, title, coverId }) => (
              <li key={id} className="card">
                {coverId !== null && (
                  <OwnImage path={previewPath(id, { id: coverId })} alt={title} width={640} height={427} />
                )}
                <h3>
                  <Link to={`/works/${id}`}>{title}</Link>
                </h3>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
