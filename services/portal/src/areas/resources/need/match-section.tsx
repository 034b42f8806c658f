import { useTranslation } from 'react-i18next';
import { pagesOf, usePages } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import { MatchCard } from './match-card.js';
import { inOrder, type Need } from './need-form.js';

interface MatchSectionProps {
  readonly need: Need;
  readonly isSeeker: boolean;
}

/** The best offers for a need, each with its reasons: all of them for the seeker, their own for an owner. */
export function MatchSection({ need, isSeeker }: MatchSectionProps) {
  const { t } = useTranslation();
  const { id: needId, matchesComputedAt: computedAt } = need;
  const path = '/needs/{needId}/matches';
  // The time of the computation is part of the key, so that new matches are read as soon as the need shows them.
  const list = usePages(['match', path, { needId, computedAt }], pagesOf(path, { needId }));
  const isComing = need.state === 'open' && computedAt === null;
  const empty = { text: t(isSeeker ? 'need.match.none' : 'need.match.noneOfYours') };
  return (
    <section aria-labelledby="matches-title">
      <h2 id="matches-title">{t(isSeeker ? 'need.match.title' : 'need.match.titleOwner')}</h2>
      <p className="hint">{t(isSeeker ? 'need.match.hint' : 'need.match.hintOwner')}</p>
      {isComing ? (
        <p role="status" className="card">
          {t('need.match.coming')}
        </p>
      ) : (
        <PagedList list={list} empty={empty}>
          {(items) => (
            <ul className="plain-list">
              {inOrder(items).map((match) => (
                <li key={match.id}>
                  <MatchCard match={match} need={need} isSeeker={isSeeker} />
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      )}
    </section>
  );
}
