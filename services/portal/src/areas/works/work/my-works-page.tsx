import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ListPage } from '../../../kit/list-page.js';
import { WorkCover } from './work-cover.js';
import { WorkTags } from './work-tags.js';

/** What the reader has sent, and what became of it. */
export function MyWorksPage() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ListPage
      title={t('works.myWorks')}
      back="/works-calls"
      list={useList('work', '/me/works', {})}
      empty={{
        text: t('works.noneMine'),
        action: <ButtonLink to="/works-calls">{t('works.toCalls')}</ButtonLink>,
      }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          {
            key: 'title',
            title: t('works.workTitle'),
            cell: (line) => (
              <div className="work-titled">
                <WorkCover work={line} />
                <Link to={`/works/${line.id}`}>{line.title}</Link>
              </div>
            ),
            order: ({ title }) => title,
          },
          {
            key: 'call',
            title: t('works.call'),
            cell: (line) => <Link to={`/works-calls/${line.worksCallId}`}>{line.worksCallTitle}</Link>,
            order: ({ worksCallTitle }) => worksCallTitle,
          },
          {
            key: 'state',
            title: t('works.stateLabel'),
            cell: (line) => <WorkTags work={{ ...line, isMine: false }} />,
            order: ({ state }) => state,
          },
          {
            key: 'place',
            title: t('works.place'),
            cell: ({ place }) => (place === null ? '—' : t('works.placeIs', { place: format.number(place) })),
            order: ({ place }) => place,
          },
        ],
      }}
    />
  );
}
