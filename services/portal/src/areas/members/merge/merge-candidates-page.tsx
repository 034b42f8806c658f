import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ListPage } from '../../../kit/list-page.js';
import type { MergeCandidate, MergePerson } from './merge.model.js';

/** Pairs of records that may be of one person, for officers above both. */
export function MergeCandidatesPage() {
  const { t } = useTranslation();
  return (
    <ListPage
      title={t('memberMerge.candidatesTitle')}
      back="/member-merges"
      intro={<p className="hint">{t('memberMerge.candidatesHint')}</p>}
      list={useList('memberMerge', '/member-merges/candidates', {})}
      empty={{ text: t('memberMerge.noCandidates') }}
      table={{
        rowKey: ({ first, second }) => `${first.personId} ${second.personId}`,
        columns: [
          {
            key: 'first',
            title: t('memberMerge.firstRecord'),
            cell: ({ first }) => <PersonCell person={first} />,
          },
          {
            key: 'second',
            title: t('memberMerge.secondRecord'),
            cell: ({ second }) => <PersonCell person={second} />,
          },
          { key: 'reasons', title: t('memberMerge.why'), cell: (pair) => <ReasonsCell pair={pair} /> },
          { key: 'compare', title: '', cell: (pair) => <CompareLink pair={pair} /> },
        ],
      }}
    />
  );
}

function PersonCell({ person }: { readonly person: MergePerson }) {
  const { t } = useTranslation();
  return (
    <>
      {person.name}
      <br />
      <span className="hint">
        {[person.unionName, person.residentNumber, person.phone]
          .filter((part) => part !== null)
          .join(' · ') || t('common.none')}
      </span>
    </>
  );
}

function ReasonsCell({ pair: { reasons } }: { readonly pair: MergeCandidate }) {
  const { t } = useTranslation();
  return reasons.map((reason) => t(`memberMerge.reasons.${reason}`)).join(t('memberMerge.listComma'));
}

/** The older record stays unless the officer exchanges them. */
function CompareLink({ pair: { first, second } }: { readonly pair: MergeCandidate }) {
  const { t } = useTranslation();
  return (
    <Link
      to={`/member-merges/new?survivorId=${first.personId}&mergedId=${second.personId}`}
      className="cell-link"
    >
      {t('memberMerge.compare')}
    </Link>
  );
}
