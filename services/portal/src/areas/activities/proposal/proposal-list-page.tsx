import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ListPage } from '../../../kit/list-page.js';

type WaitingProposal = components['schemas']['WaitingProposalView'];

/** The proposals of workers that wait for a decision. */
export function ProposalListPage() {
  const { t } = useTranslation();
  const list = useList('proposal', '/activity-proposals', { waitingForMe: true });
  return (
    <ListPage title={t('app.page.proposals')} list={list} empty={{ text: t('proposal.list.none') }}>
      {(items) => (
        <>
          <p role="status">
            {t(list.hasNextPage ? 'proposal.list.countMore' : 'proposal.list.count', {
              count: items.length,
            })}
          </p>
          <ul className="plain-list">
            {items.map((proposal) => (
              <li key={proposal.activityId}>
                <Line proposal={proposal} />
              </li>
            ))}
          </ul>
        </>
      )}
    </ListPage>
  );
}

function Line({ proposal }: { readonly proposal: WaitingProposal }) {
  const { t } = useTranslation();
  const { activityId, title, proposerName, heads, startsAt, timeZone, proposedAt } = proposal;
  const format = useFormat(timeZone);
  return (
    <article className="card">
      <h2>
        <Link to={`/activities/${activityId}`}>{title}</Link>
      </h2>
      <p>{t('proposal.list.by', { name: proposerName })}</p>
      <p>{format.instant(startsAt)}</p>
      {heads !== null && <p>{t('proposal.heads', { count: heads })}</p>}
      <p className="hint">{t('proposal.list.since', { time: format.instant(proposedAt) })}</p>
    </article>
  );
}
