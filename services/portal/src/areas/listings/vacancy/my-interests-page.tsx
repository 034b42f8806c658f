import '../../../kit/styles/card-list.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ListPage } from '../../../kit/list-page.js';

/** In which vacancies the reader is interested, and what became of it. */
export function MyInterestsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ListPage
      title={t('vacancy.mine')}
      back="/vacancies"
      intro={<p className="hint">{t('vacancy.keptFor')}</p>}
      list={useList('vacancyInterest', '/me/vacancy-interests', {})}
      empty={{ text: t('vacancy.noneMine') }}
    >
      {(lines) => (
        <ul className="card-list in-columns">
          {lines.map(({ id, vacancyId, title, employerName, state, vacancyState, sentAt }) => (
            <li key={id} className="card">
              <h2>
                <Link to={`/vacancies/${vacancyId}`}>{title}</Link>
              </h2>
              <div className="tags">
                <span className="tag is-kind">{t(`vacancy.interestWord.${state}`)}</span>
                {vacancyState !== 'published' && (
                  <span className="tag is-cancelled">{t(`vacancy.stateIs.${vacancyState}`)}</span>
                )}
              </div>
              <p className="hint">
                {t('vacancy.sentTo', { employer: employerName, at: format.instant(sentAt) })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}
