import { useTranslation } from 'react-i18next';
import { PagedList } from '../../../kit/paged-list.js';
import { MatchCard } from './match-card.js';
import { inOrder, type Need } from './need-form.js';
import { useMatches } from './use-need.js';

interface MatchSectionProps {
  readonly need: Need;
  readonly isSeeker: boolean;
}

/** The best offers for a need, each with its reasons: all of them for who seeks, for an owner his own. */
export function MatchSection({ need, isSeeker }: MatchSectionProps) {
  const { t } = useTranslation();
  const list = useMatches(need.id, need.matchesComputedAt);
  const isComing = need.state === 'open' && need.matchesComputedAt === null;
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
