import '../../../kit/styles/list-page.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { monthChoices, occasionFiltersOf } from './occasion.model.js';
import { OccasionLines } from './occasion-lines.js';
import { OccasionStateChoice } from './occasion-state-choice.js';

/** In Shanghai, `YYYY-MM-DD`. */
function today(): string {
  return localTimeOf(new Date().toISOString()).slice(0, 10);
}

/** Whom the officers of a union visit in a month. */
export function OccasionListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const [first] = useOffices().unionIdsOf('officer');
  const { data: me } = useMe();
  const unionId = search.get('union') ?? first;
  const { month, state } = occasionFiltersOf(search, today());
  const look = (changed: Readonly<Record<string, string | undefined>>): void =>
    setSearch(searchOf({ union: unionId, month, state, ...changed }));
  // Of no union nothing is asked: offices are known a moment after the page.
  const list = useList(
    'occasion',
    '/unions/{unionId}/occasions',
    unionId === undefined ? undefined : { unionId, month, ...(state === undefined ? {} : { state }) },
  );
  const hasNoUnion = me !== undefined && unionId === undefined;
  return (
    <ListPage
      title={t('occasion.title')}
      back="/matters"
      actions={
        unionId !== undefined && (
          <ButtonLink to={`/occasions/told/${unionId}`}>{t('occasion.toldTitle')}</ButtonLink>
        )
      }
      intro={<p className="hint">{t('occasion.hint')}</p>}
      filters={
        <>
          <UnionPicker
            label={t('occasion.union')}
            roles={['officer']}
            none={t('common.choose')}
            onChange={(union) => look({ union })}
            {...(unionId === undefined ? {} : { value: unionId })}
          />
          <Choice<string>
            label={t('occasion.month')}
            value={month}
            options={monthChoices(today()).map((value) => ({ value, label: format.month(value) }))}
            onChange={(chosen) => look({ month: chosen })}
          />
          <OccasionStateChoice state={state} onChange={(chosen) => look({ state: chosen })} />
        </>
      }
      list={hasNoUnion ? { ...list, items: [] } : list}
      empty={{ text: t(unionId === undefined ? 'occasion.chooseUnion' : 'occasion.none') }}
    >
      {(occasions) => unionId !== undefined && <OccasionLines occasions={occasions} unionId={unionId} />}
    </ListPage>
  );
}
