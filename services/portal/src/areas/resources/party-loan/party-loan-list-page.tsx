import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { type PartyLoanState, partyLoanStates } from './party-loan.model.js';

interface Filters {
  readonly state?: PartyLoanState;
}

/** What parties ask the unions of the reader to borrow, and what the reader has asked for. */
export function PartyLoanListPage() {
  const { t } = useTranslation();
  const { period, instant } = useFormat();
  const { holdsOffice } = useOffices();
  const [search, setSearch] = useSearchParams();
  const filters = withoutBlanks<Filters>({
    state: partyLoanStates.find((one) => one === search.get('state')),
  });
  const list = useList('partyLoan', '/party-loans', filters);
  return (
    <ListPage
      title={t('partyLoan.title')}
      {...(holdsOffice ? { back: '/loans' } : { back: '/my' })}
      intro={<p className="hint">{t('partyLoan.hint')}</p>}
      filters={
        <Choice<PartyLoanState>
          label={t('partyLoan.stateLabel')}
          value={filters.state}
          options={[
            { value: '', label: t('partyLoan.allStates') },
            ...partyLoanStates.map((value) => ({ value, label: t(`partyLoan.state.${value}`) })),
          ]}
          onChange={(chosen) => setSearch(searchOf(withFilter(filters, 'state', chosen)))}
        />
      }
      list={list}
      empty={{ text: t(filters.state === undefined ? 'partyLoan.none' : 'common.nothingFound') }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          {
            key: 'resource',
            title: t('partyLoan.resource'),
            cell: ({ id, resourceTitle }) => (
              <Link to={`/party-loans/${id}`} className="cell-link">
                {resourceTitle}
              </Link>
            ),
          },
          { key: 'party', title: t('partyLoan.party'), cell: ({ partyName }) => partyName },
          {
            key: 'time',
            title: t('partyLoan.time'),
            cell: ({ startsAt, endsAt }) => period(startsAt, endsAt),
          },
          {
            key: 'state',
            title: t('partyLoan.stateLabel'),
            cell: ({ state }) => <span className="tag">{t(`partyLoan.state.${state}`)}</span>,
          },
          { key: 'asked', title: t('partyLoan.asked'), cell: ({ requestedAt }) => instant(requestedAt) },
        ],
      }}
    />
  );
}
