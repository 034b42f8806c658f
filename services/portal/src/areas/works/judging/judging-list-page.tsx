import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { ListPage } from '../../../kit/list-page.js';
import type { WorksCallState } from '../call/call.model.js';
import { CallList } from '../call/call-list.js';

const judged: readonly WorksCallState[] = ['judging', 'closing'];

/** Calls on whose jury the reader is. */
export function JudgingListPage() {
  const { t } = useTranslation();
  return (
    <ListPage
      title={t('works.myJudging')}
      back="/works-calls"
      list={useList('worksCall', '/me/judging', {})}
      empty={{ text: t('works.noneToJudge') }}
    >
      {(calls) => (
        <CallList
          calls={calls}
          to={({ id, state }) => (judged.includes(state) ? `/judging/${id}` : `/works-calls/${id}`)}
        />
      )}
    </ListPage>
  );
}
