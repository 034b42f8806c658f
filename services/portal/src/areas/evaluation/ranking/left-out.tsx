import { useTranslation } from 'react-i18next';
import { PagedList } from '../../../kit/paged-list.js';
import { type Ranking, useLeftOut } from './use-rankings.js';

/** What was left out, each by name and with the reason. */
export function LeftOutSection({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const list = useLeftOut(ranking.id);
  return (
    <section className="card" aria-labelledby="left-out-title">
      <h2 id="left-out-title">{t('rankingLife.leftOut')}</h2>
      <PagedList list={list} empty={{ text: t('common.nothingFound') }}>
        {(items) => (
          <ul>
            {items.map(({ subjectId, subjectName, reason }) => (
              <li key={subjectId}>
                {t('rankingLife.leftOutFor', {
                  name: subjectName,
                  reason: t(`rankingLife.leftOutReason.${reason}`, { count: ranking.minimumAnswers }),
                })}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
