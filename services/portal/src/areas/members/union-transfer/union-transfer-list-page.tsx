import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { AreaTabs } from '../../../session/area-tabs.js';

interface Filters {
  readonly union?: string;
  readonly open?: string;
}

export function UnionTransferListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? undefined;
  const open = search.get('open') === 'true';
  const change = (changed: Filters): void => setSearch(searchOf(withoutBlanks<Filters>(changed)));
  return (
    <ListPage
      title={t('unionTransfer.title')}
      tabs={<AreaTabs area="members" />}
      intro={<p className="hint">{t('unionTransfer.hint')}</p>}
      filters={
        <Button
          aria-pressed={open}
          onClick={() =>
            change({ ...(union === undefined ? {} : { union }), ...(open ? {} : { open: 'true' }) })
          }
        >
          {t('unionTransfer.showOpen')}
        </Button>
      }
      list={useList('unionTransfer', '/union-transfers', {
        ...(union === undefined ? {} : { union }),
        ...(open ? { open } : {}),
      })}
      empty={{ text: t('unionTransfer.empty') }}
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
            cell: ({ state }) => t(`unionTransfer.states.${state}`),
          },
          { key: 'at', title: t('unionTransfer.at'), cell: ({ proposedAt }) => format.instant(proposedAt) },
        ],
      }}
    />
  );
}
