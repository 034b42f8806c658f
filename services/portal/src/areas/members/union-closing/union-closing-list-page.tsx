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

export function UnionClosingListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? undefined;
  const open = search.get('open') === 'true';
  const change = (changed: Filters): void => setSearch(searchOf(withoutBlanks<Filters>(changed)));
  return (
    <ListPage
      title={t('unionClosing.title')}
      tabs={<AreaTabs area="members" />}
      intro={<p className="hint">{t('unionClosing.hint')}</p>}
      filters={
        <Button
          aria-pressed={open}
          onClick={() =>
            change({ ...(union === undefined ? {} : { union }), ...(open ? {} : { open: 'true' }) })
          }
        >
          {t('unionClosing.showOpen')}
        </Button>
      }
      list={useList('unionClosing', '/union-closings', {
        ...(union === undefined ? {} : { union }),
        ...(open ? { open } : {}),
      })}
      empty={{ text: t('unionClosing.empty') }}
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
            cell: ({ state }) => t(`unionClosing.states.${state}`),
          },
          { key: 'at', title: t('unionClosing.at'), cell: ({ proposedAt }) => format.instant(proposedAt) },
        ],
      }}
    />
  );
}
