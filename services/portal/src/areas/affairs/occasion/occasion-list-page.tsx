import '../../../kit/styles/list-page.css';
import './occasion.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import {
  monthChoices,
  type Occasion,
  occasionFiltersOf,
  type OccasionState,
  occasionStates,
} from './occasion.model.js';
import { OccasionItem } from './occasion-item.js';

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
  const unionId = search.get('union') ?? first ?? '';
  const { month, state } = occasionFiltersOf(search, today());
  const look = (changed: Readonly<Record<string, string | undefined>>): void =>
    setSearch(searchOf({ union: unionId, month, state, ...changed }));
  return (
    <ListPage
      title={t('occasion.title')}
      back="/matters"
      intro={<p className="hint">{t('occasion.hint')}</p>}
      filters={
        <>
          <UnionPicker
            label={t('occasion.union')}
            roles={['officer']}
            none={t('common.choose')}
            value={unionId}
            onChange={(union) => look({ union })}
          />
          <Choice<string>
            label={t('occasion.month')}
            value={month}
            options={monthChoices(today()).map((value) => ({ value, label: format.month(value) }))}
            onChange={(chosen) => look({ month: chosen })}
          />
          <Choice<OccasionState>
            label={t('occasion.stateLabel')}
            {...(state === undefined ? {} : { value: state })}
            options={[
              { value: '', label: t('occasion.anyState') },
              ...occasionStates.map((value) => ({ value, label: t(`occasion.state.${value}`) })),
            ]}
            onChange={(chosen) => look({ state: chosen })}
          />
        </>
      }
      list={useList('occasion', '/unions/{unionId}/occasions', {
        unionId,
        month,
        ...(state === undefined ? {} : { state }),
      })}
      empty={{ text: t(unionId === '' ? 'occasion.chooseUnion' : 'occasion.none') }}
    >
      {(occasions) => <Lines occasions={occasions} unionId={unionId} />}
    </ListPage>
  );
}

function Lines({
  occasions,
  unionId,
}: {
  readonly occasions: readonly Occasion[];
  readonly unionId: string;
}) {
  return (
    <>
      <Bound occasion={occasions[0]} />
      <ul className="card-list occasion-list">
        {occasions.map((occasion) => (
          <OccasionItem
            key={`${occasion.personId} ${occasion.kind} ${occasion.on}`}
            occasion={occasion}
            unionId={unionId}
          />
        ))}
      </ul>
    </>
  );
}

/** The same for everybody of the union. */
function Bound({ occasion }: { readonly occasion: Occasion | undefined }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (!occasion?.bound) return null;
  return (
    <p className="hint">
      {t('occasion.bound', { amount: money(occasion.bound), source: occasion.boundSource ?? '' })}
    </p>
  );
}
