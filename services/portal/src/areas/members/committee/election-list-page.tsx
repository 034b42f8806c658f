import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ListPage } from '../../../kit/list-page.js';
import { useFilingFilters } from '../party/use-filing-filters.js';

export function CommitteeElectionListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { filters, isOpenOnly, toggleOpen } = useFilingFilters();
  return (
    <ListPage
      title={t('committee.elections')}
      intro={<p className="hint">{t('committee.electionsHint')}</p>}
      filters={
        <Button aria-pressed={isOpenOnly} onClick={toggleOpen}>
          {t('committee.showOpen')}
        </Button>
      }
      list={useList('committeeElection', '/committee-elections', filters)}
      empty={{
        text: t('committee.noElections'),
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
            title: t('committee.union'),
            cell: ({ id, unionName }) => (
              <Link to={`/committee-elections/${id}`} className="cell-link">
                {unionName}
              </Link>
            ),
          },
          { key: 'kind', title: t('committee.kind'), cell: ({ kind }) => t(`committee.kinds.${kind}`) },
          { key: 'form', title: t('committee.form'), cell: ({ form }) => t(`committee.forms.${form}`) },
          {
            key: 'state',
            title: t('committee.state'),
            cell: ({ state }) => (
              <span className={state === 'waiting' ? 'tag is-waiting' : 'tag'}>
                {t(`committee.states.${state}`)}
              </span>
            ),
          },
          { key: 'heldOn', title: t('committee.heldOn'), cell: ({ heldOn }) => format.date(heldOn) },
        ],
      }}
    />
  );
}
