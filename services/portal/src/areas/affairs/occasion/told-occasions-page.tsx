import '../../../kit/styles/list-page.css';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { searchOf } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { anyState, toldStateOf } from './occasion.model.js';
import { OccasionLines } from './occasion-lines.js';
import { OccasionStateChoice } from './occasion-state-choice.js';

/** What the members of a union have told it, in whichever month, and first of all what waits for a visit. */
export function ToldOccasionsPage() {
  const { t } = useTranslation();
  const { unionId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const state = toldStateOf(search);
  return (
    <ListPage
      title={t('occasion.toldTitle')}
      back="/occasions"
      intro={<p className="hint">{t('occasion.toldHint')}</p>}
      filters={
        <OccasionStateChoice
          state={state}
          onChange={(chosen) => setSearch(searchOf({ state: chosen ?? anyState }))}
        />
      }
      list={useList('occasion', '/unions/{unionId}/occasions', {
        unionId,
        told: true,
        ...(state === undefined ? {} : { state }),
      })}
      empty={{ text: t(state === 'due' ? 'occasion.noneToldDue' : 'occasion.noneToldHere') }}
    >
      {(occasions) => <OccasionLines occasions={occasions} unionId={unionId} />}
    </ListPage>
  );
}
