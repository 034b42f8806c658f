import '../../../kit/styles/circle.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ListPage } from '../../../kit/list-page.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PersonLine } from './person-line.js';

const NameModerators = lazyPart('NameModerators', () => import('./name-moderators.js'), {
  rows: 0,
  texts: ['membersField'],
});

/** Who is in a circle, for those who are in it. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { circleId = '' } = useParams();
  return (
    <ListPage
      title={t('circle.people')}
      back={`/circles/${circleId}`}
      intro={<NameModerators circleId={circleId} />}
      list={useList('circlePerson', '/circles/{circleId}/people', { circleId })}
      empty={{ text: t('circle.nobody') }}
    >
      {(people) => (
        <ul className="card-list circle-list">
          {people.map((person) => (
            <PersonLine key={person.id} circleId={circleId} person={person} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}
