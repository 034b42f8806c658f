import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { AskForm } from './ask-form.js';
import type { Transfer } from './new-union-form.js';
import { TransferStateTag } from './transfer-facts.js';

type State = Transfer['state'];
const states: readonly State[] = ['asked', 'disputed', 'done', 'refused', 'withdrawn', 'lapsed'];

interface Filters {
  readonly union?: string;
  readonly state?: State;
}

export function TransferListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [isAsking, setIsAsking] = useState(false);
  const filters = withoutBlanks<Filters>({
    union: search.get('union') ?? undefined,
    state: states.find((state) => state === search.get('state')),
  });
  const change = (changed: Filters): void => setSearch(searchOf(changed));
  const fromOf = ({ fromUnionName }: Transfer): string => fromUnionName ?? t('transfer.unknownFrom');
  return (
    <ListPage
      title={t('app.page.transfers')}
      actions={
        <Button type="primary" aria-expanded={isAsking} onClick={() => setIsAsking(!isAsking)}>
          {t('transfer.ask.button')}
        </Button>
      }
      intro={
        <>
          <p className="hint">{t('transfer.hint')}</p>
          {isAsking && (
            <AskForm
              onDone={({ id }) => void navigate(`/membership-transfers/${id}`)}
              onClose={() => setIsAsking(false)}
            />
          )}
        </>
      }
      filters={
        <>
          <UnionPicker
            label={t('transfer.union')}
            roles={['officer']}
            none={t('transfer.everyUnion')}
            {...(filters.union === undefined ? {} : { value: filters.union })}
            onChange={(union) => change(withFilter(filters, 'union', union))}
          />
          <Choice<State>
            label={t('transfer.stateLabel')}
            {...(filters.state === undefined ? {} : { value: filters.state })}
            options={[
              { value: '', label: t('transfer.everyState') },
              ...states.map((state) => ({ value: state, label: t(`transfer.state.${state}`) })),
            ]}
            onChange={(state) => change(withFilter(filters, 'state', state))}
          />
        </>
      }
      list={useList('transfer', '/membership-transfers', filters)}
      empty={
        Object.keys(filters).length === 0
          ? { text: t('transfer.empty') }
          : {
              text: t('transfer.emptyFiltered'),
              action: <Button onClick={() => change({})}>{t('transfer.clearFilters')}</Button>,
            }
      }
      table={{
        rowKey: ({ id }) => id,
        columns: [
          {
            key: 'person',
            title: t('transfer.person'),
            cell: ({ id, personName }) => (
              <Link to={`/membership-transfers/${id}`} className="cell-link">
                {personName}
              </Link>
            ),
          },
          { key: 'from', title: t('transfer.from'), cell: fromOf },
          { key: 'to', title: t('transfer.to'), cell: ({ toUnionName }) => toUnionName },
          {
            key: 'askedAt',
            title: t('transfer.askedAt'),
            cell: ({ askedAt }) => format.instant(askedAt),
          },
          {
            key: 'state',
            title: t('transfer.stateLabel'),
            cell: ({ state }) => <TransferStateTag state={state} />,
          },
        ],
      }}
      exported={{
        name: t('transfer.title'),
        columns: [
          { title: t('transfer.person'), text: ({ personName }) => personName },
          { title: t('transfer.from'), text: fromOf },
          { title: t('transfer.to'), text: ({ toUnionName }) => toUnionName },
          { title: t('transfer.askedAt'), text: ({ askedAt }) => askedAt },
          { title: t('transfer.stateLabel'), text: ({ state }) => t(`transfer.state.${state}`) },
        ],
      }}
    />
  );
}
