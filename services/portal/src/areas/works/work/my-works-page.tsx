import '../../../kit/styles/card-list.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ListPage } from '../../../kit/list-page.js';
import { nextOf, type OwnWorkLine } from './work.model.js';
import { WorkCover } from './work-cover.js';
import { WorkTags } from './work-tags.js';

/** What the reader has sent, and what became of it. */
export function MyWorksPage() {
  const { t } = useTranslation();
  const toCalls = <ButtonLink to="/works-calls">{t('works.toCalls')}</ButtonLink>;
  const list = useList('work', '/me/works', {});
  return (
    <ListPage
      title={t('works.myWorks')}
      back="/works-calls"
      // Where there is nothing yet, the same button stands in the middle.
      actions={list.items !== undefined && list.items.length > 0 && toCalls}
      list={list}
      empty={{ text: t('works.noneMine'), action: toCalls }}
    >
      {(works) => (
        <ul className="card-list in-columns">
          {works.map((work) => (
            <MyWork key={work.id} work={work} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

/** One of them, and what comes next for it. */
function MyWork({ work }: { readonly work: OwnWorkLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, title, worksCallTitle, place, reason } = work;
  return (
    <li className="card activity-card work-titled">
      <WorkCover work={work} />
      <div className="work-line">
        <h2>
          <Link to={`/works/${id}`}>{title}</Link>
        </h2>
        <WorkTags work={{ ...work, isMine: false }} />
        <p>
          {place !== null
            ? t('works.placeIs', { place: format.number(place) })
            : reason !== null
              ? t('works.reasonIs', { reason })
              : t(`works.next.${nextOf(work)}`)}
        </p>
        <p className="hint">{worksCallTitle}</p>
      </div>
    </li>
  );
}
