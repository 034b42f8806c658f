import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ListPage } from '../../../kit/list-page.js';
import { FilingStatistics } from '../filing-statistics/filing-statistics.js';
import { useFilingFilters } from '../party/use-filing-filters.js';

export function UnionTransferListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { filters, isOpenOnly, toggleOpen } = useFilingFilters();
  return (
    <ListPage
      title={t('unionTransfer.title')}
      intro={
        <>
          <p className="hint">{t('unionTransfer.hint')}</p>
          <FilingStatistics kind="membersMove" />
        </>
      }
      filters={
        <Button aria-pressed={isOpenOnly} onClick={toggleOpen}>
          {t('unionTransfer.showOpen')}
        </Button>
      }
      list={useList('unionTransfer', '/union-transfers', filters)}
      empty={{
        text: t('unionTransfer.empty'),
        action: (
          <ButtonLink to="/unions" isPlain>
            {t('app.page.unions')}
          </ButtonLink>
        ),
      }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          {
            key: 'from',
            title: t('unionTransfer.from'),
            cell: ({ id, fromUnionName }) => (
              <Link to={`/union-transfers/${id}`} className="cell-link">
                {fromUnionName}
              </Link>
            ),
          },
          { key: 'to', title: t('unionTransfer.to'), cell: ({ toUnionName }) => toUnionName },
          {
            key: 'state',
            title: t('unionTransfer.state'),
            cell: ({ state }) => (
              <span className={state === 'waiting' ? 'tag is-waiting' : 'tag'}>
                {t(`unionTransfer.states.${state}`)}
              </span>
            ),
          },
          { key: 'at', title: t('unionTransfer.at'), cell: ({ proposedAt }) => format.instant(proposedAt) },
        ],
      }}
    />
  );
}
