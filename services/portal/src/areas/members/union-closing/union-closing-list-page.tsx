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

export function UnionClosingListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { filters, isOpenOnly, toggleOpen } = useFilingFilters();
  return (
    <ListPage
      title={t('unionClosing.title')}
      intro={
        <>
          <p className="hint">{t('unionClosing.hint')}</p>
          <FilingStatistics kind="closing" />
        </>
      }
      filters={
        <Button aria-pressed={isOpenOnly} onClick={toggleOpen}>
          {t('unionClosing.showOpen')}
        </Button>
      }
      list={useList('unionClosing', '/union-closings', filters)}
      empty={{
        text: t('unionClosing.empty'),
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
            key: 'union',
            title: t('unionClosing.union'),
            cell: ({ id, unionName }) => (
              <Link to={`/union-closings/${id}`} className="cell-link">
                {unionName}
              </Link>
            ),
          },
          {
            key: 'ground',
            title: t('unionClosing.ground'),
            cell: ({ ground }) => t(`unionClosing.grounds.${ground}`),
          },
          {
            key: 'state',
            title: t('unionClosing.state'),
            cell: ({ state }) => (
              <span className={state === 'waiting' ? 'tag is-waiting' : 'tag'}>
                {t(`unionClosing.states.${state}`)}
              </span>
            ),
          },
          { key: 'at', title: t('unionClosing.at'), cell: ({ proposedAt }) => format.instant(proposedAt) },
        ],
      }}
    />
  );
}
