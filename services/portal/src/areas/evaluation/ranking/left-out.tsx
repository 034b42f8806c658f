import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Ranking } from './ranking.model.js';

/** What was left out, each by name and with the reason. */
export function LeftOutSection({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const list = useList('ranking', '/rankings/{rankingId}/left-out', { rankingId: ranking.id });
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
