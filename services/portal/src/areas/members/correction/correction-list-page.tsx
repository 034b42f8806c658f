import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { CorrectionStateTag } from './correction-changes.js';
import type { Correction } from './correction-form.js';

type State = Correction['state'];
const states: readonly State[] = ['waiting', 'delayed', 'applied', 'refused', 'withdrawn', 'stopped'];
/** What the list shows: those that wait for the reader, those in a state, or all. */
const waitingForMe = 'waitingForMe';

interface Filters {
  readonly union?: string;
  readonly show?: string;
}

export function CorrectionListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  // A name or a number stays in this page alone, as addresses are kept by browsers.
  const [q, setQ] = useState<string>();
  const filters = withoutBlanks<Filters>({
    union: search.get('union') ?? undefined,
    show: search.get('show') ?? undefined,
  });
  const change = (changed: Filters): void => setSearch(searchOf(changed));
  const fieldsOf = ({ changes }: Correction): string =>
    changes.map(({ field }) => t(`recordCorrection.field.${field}`)).join(t('common.separator'));
  const proposerOf = ({ byPerson, proposerName }: Correction): string =>
    byPerson ? t('recordCorrection.byPerson') : proposerName;
  const isFiltered = Object.keys(filters).length > 0 || q !== undefined;
  return (
    <ListPage
      title={t('app.page.corrections')}
      intro={<p className="hint">{t('recordCorrection.hint')}</p>}
      search={{
        label: t('recordCorrection.find'),
        value: q ?? '',
        onFind: (text) => setQ(text === '' ? undefined : text),
      }}
      filters={
        <>
          <UnionPicker
            label={t('recordCorrection.union')}
            roles={['officer', 'auditor']}
            none={t('recordCorrection.everyUnion')}
            {...(filters.union === undefined ? {} : { value: filters.union })}
            onChange={(union) => change(withFilter(filters, 'union', union))}
          />
          <Choice<string>
            label={t('recordCorrection.stateLabel')}
            {...(filters.show === undefined ? {} : { value: filters.show })}
            options={[
              { value: '', label: t('recordCorrection.everyState') },
              { value: waitingForMe, label: t('recordCorrection.waitingForMe') },
              ...states.map((state) => ({ value: state, label: t(`recordCorrection.state.${state}`) })),
            ]}
            onChange={(show) => change(withFilter(filters, 'show', show))}
          />
        </>
      }
      list={useList('correction', '/corrections', { ...queryOf(filters), ...(q === undefined ? {} : { q }) })}
      empty={
        isFiltered
          ? {
              text: t('recordCorrection.emptyFiltered'),
              action: (
                <Button
                  onClick={() => {
                    setQ(undefined);
                    change({});
                  }}
                >
                  {t('recordCorrection.clearFilters')}
                </Button>
              ),
            }
          : {
              text: t('recordCorrection.empty'),
              action: <Link to="/members">{t('recordCorrection.toMembers')}</Link>,
            }
      }
      table={{
        rowKey: ({ id }) => id,
        columns: [
          {
            key: 'person',
            title: t('recordCorrection.person'),
            cell: ({ id, personName }) => (
              <Link to={`/corrections/${id}`} className="cell-link">
                {personName}
              </Link>
            ),
          },
          { key: 'union', title: t('recordCorrection.union'), cell: ({ unionName }) => unionName },
          { key: 'fields', title: t('recordCorrection.fields'), cell: fieldsOf },
          { key: 'proposer', title: t('recordCorrection.proposer'), cell: proposerOf },
          {
            key: 'proposedAt',
            title: t('recordCorrection.proposedAt'),
            cell: ({ proposedAt }) => format.instant(proposedAt),
          },
          {
            key: 'state',
            title: t('recordCorrection.stateLabel'),
            cell: ({ state }) => <CorrectionStateTag state={state} />,
          },
        ],
      }}
      exported={{
        name: t('recordCorrection.title'),
        columns: [
          { title: t('recordCorrection.person'), text: ({ personName }) => personName },
          { title: t('recordCorrection.union'), text: ({ unionName }) => unionName },
          { title: t('recordCorrection.fields'), text: fieldsOf },
          { title: t('recordCorrection.proposer'), text: proposerOf },
          { title: t('recordCorrection.proposedAt'), text: ({ proposedAt }) => proposedAt },
          {
            title: t('recordCorrection.stateLabel'),
            text: ({ state }) => t(`recordCorrection.state.${state}`),
          },
          { title: t('recordCorrection.decided'), text: ({ decidedAt }) => decidedAt ?? '' },
        ],
      }}
    />
  );
}

function queryOf({ union, show }: Filters) {
  const state = states.find((one) => one === show);
  return {
    ...(union === undefined ? {} : { union }),
    ...(state === undefined ? {} : { state }),
    ...(show === waitingForMe ? { waitingForMe: true } : {}),
  };
}
