import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { request } from '../../api/request.js';
import { useList } from '../../api/use-read.js';
import { ButtonLink } from '../../kit/button-link.js';
import { Choice } from '../../kit/choice.js';
import { searchOf, withFilter } from '../../kit/filters.model.js';
import { ListPage } from '../../kit/list-page.js';
import type { BulkCommand } from '../../kit/use-bulk.js';
import { KindChoice } from './kind-choice.js';
import {
  recordFiltersOf,
  recordKinds,
  type RecordLine,
  type RecordState,
  recordStates,
} from './record.model.js';
import { useDetailWords } from './use-detail-words.js';
import { useRecordColumns } from './use-record-columns.js';

/** Records of the members of a union and of those below it. A number is on the page of its record alone. */
export function RecordListPage() {
  const { t } = useTranslation();
  const words = useDetailWords();
  const [search, setSearch] = useSearchParams();
  const { unionId: _ofTalents, ...filters } = recordFiltersOf(search);
  const list = useList('personRecord', '/records', filters);
  const [first] = list.items ?? [];
  const isFiltered = Object.keys(filters).length > 0;
  const set = <Name extends keyof typeof filters>(
    name: Name,
    value: (typeof filters)[Name] | undefined,
  ): void => setSearch(searchOf(withFilter(filters, name, value)));
  return (
    <ListPage
      title={t('app.page.records')}
      actions={
        <>
          <ButtonLink to="/records/new">{t('personRecord.enter')}</ButtonLink>
          <ButtonLink to="/records/import" isPlain>
            {t('personRecord.importLink')}
          </ButtonLink>
          <ButtonLink to="/talents" isPlain>
            {t('app.page.talents')}
          </ButtonLink>
        </>
      }
      search={{
        label: t('personRecord.find'),
        value: filters.q ?? '',
        onFind: (q) => set('q', q === '' ? undefined : q),
      }}
      filters={
        <>
          <KindChoice kinds={recordKinds} value={filters.kind} onChange={(kind) => set('kind', kind)} />
          <Choice<RecordState>
            label={t('personRecord.stateLabel')}
            {...(filters.state === undefined ? {} : { value: filters.state })}
            options={[
              { value: '', label: t('personRecord.anyState') },
              ...recordStates.map((value) => ({ value, label: t(`personRecord.state.${value}`) })),
            ]}
            onChange={(state) => set('state', state)}
          />
          <Checkbox
            checked={filters.expiring === true}
            onChange={({ target }) => set('expiring', target.checked ? true : undefined)}
          >
            {t('personRecord.expiring')}
          </Checkbox>
        </>
      }
      chips={
        filters.personId === undefined
          ? []
          : [{ name: 'personId', text: t('personRecord.ofPerson', { name: first?.personName ?? '' }) }]
      }
      list={list}
      empty={{ text: t(isFiltered ? 'personRecord.noneFound' : 'personRecord.none') }}
      table={{ columns: useRecordColumns('officer'), rowKey: ({ id }) => id, rowName }}
      commands={[useVerifyEach()]}
      exported={{
        name: t('app.page.records'),
        columns: [
          { title: t('personRecord.titleLabel'), text: ({ title }) => title },
          { title: t('personRecord.person'), text: ({ personName }) => personName },
          { title: t('personRecord.union'), text: ({ unionName }) => unionName ?? '' },
          { title: t('personRecord.kindLabel'), text: ({ kind }) => t(`personRecord.kind.${kind}`) },
          { title: t('personRecord.details'), text: ({ details }) => words(details) },
          { title: t('personRecord.issuer'), text: ({ issuer }) => issuer ?? '' },
          { title: t('personRecord.issuedOn'), text: ({ issuedOn }) => issuedOn ?? '', kind: 'day' },
          { title: t('personRecord.validUntil'), text: ({ validUntil }) => validUntil ?? '', kind: 'day' },
          { title: t('personRecord.stateLabel'), text: ({ state }) => t(`personRecord.state.${state}`) },
        ],
      }}
    />
  );
}

const rowName = ({ title, personName }: RecordLine): string => `${title} · ${personName}`;

/** After an import a whole file of them waits, for somebody else than who has entered them. */
function useVerifyEach(): BulkCommand<RecordLine> {
  const { t } = useTranslation();
  return {
    key: 'verify',
    text: t('personRecord.verify'),
    question: (count) => t('personRecord.verifyMany', { count }),
    mayRun: ({ state }) => state === 'entered',
    run: ({ id, version }, key) =>
      request('post', '/records/{recordId}/verify', { recordId: id, version }, { key }),
    touches: 'personRecord',
  };
}
