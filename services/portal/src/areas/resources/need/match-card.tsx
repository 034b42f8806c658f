import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { borrowAddress } from '../borrowing/borrow.js';
import {
  actsOf,
  type Match,
  type MatchAct,
  type Need,
  offerAddress,
  outcomeAddress,
  weightOf,
} from './need-form.js';
import { WantText } from './need-card.js';

interface MatchCardProps {
  readonly match: Match;
  readonly need: Need;
  readonly isSeeker: boolean;
}

const tones = {
  suggested: '',
  proposed: 'is-closing',
  accepted: 'is-published',
  declined: 'is-cancelled',
} as const;

/** An offer for a need: how well it fits and why, and what can be done with it. */
export function MatchCard({ match, need, isSeeker }: MatchCardProps) {
  const { t } = useTranslation();
  const want = need.wants[match.want];
  return (
    <article className="card match">
      <div className="line-head">
        <h3>
          <Link to={offerAddress(match.offer)} className="text-link">
            {match.offer.title}
          </Link>
        </h3>
        <span className={`tag ${tones[match.state]}`}>{t(`need.match.state.${match.state}`)}</span>
      </div>
      <p>
        {t(`need.match.kind.${match.offer.kind}`)} · {t('need.match.from', { union: match.ownerUnionName })}
      </p>
      {want !== undefined && need.wants.length > 1 && (
        <p className="hint">
          {t('need.match.answers')} <WantText want={want} />
        </p>
      )}
      <p className="match-score">{t('need.match.score', { score: match.score })}</p>
      <Reasons match={match} />
      <Acts match={match} need={need} isSeeker={isSeeker} />
    </article>
  );
}

function Reasons({ match }: { readonly match: Match }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('need.match.reasons')}</summary>
      <ul className="plain-list reasons" aria-label={t('need.match.reasons')}>
        {match.reasons.map((reason) => (
          <li key={reason.code} className={`is-${weightOf(reason)}`}>
            <span>{reason.text}</span>
            <span className="reason-points">{t('need.match.points', { count: reason.points })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Acts({ match, need, isSeeker }: MatchCardProps) {
  const { t } = useTranslation();
  const isOwner = useReaches(match.ownerUnionId);
  const steps = {
    propose: useCommand('match', 'post', '/matches/{matchId}/propose'),
    accept: useCommand('match', 'post', '/matches/{matchId}/accept'),
    decline: useCommand('match', 'post', '/matches/{matchId}/decline'),
  };
  const failed = Object.values(steps).find(({ isError }) => isError);
  const isSending = Object.values(steps).some(({ isPending }) => isPending);
  const refresh = useRefresh('match', 'need');
  const send = (act: MatchAct): void => {
    // The refusal of another act is not shown any longer.
    Object.values(steps).forEach(({ reset }) => reset());
    steps[act].mutate({ matchId: match.id, version: match.version }, { onError: refresh });
  };
  const acts = actsOf(match, need, { isSeeker, isOwner });
  const { kind, title, id: offerId } = match.offer;
  const mayBorrow =
    isSeeker && kind === 'resource' && need.state === 'open' && /suggested|proposed/.test(match.state);
  const of = { title, need: need.title };
  return (
    <>
      {match.outcome !== null && <Accepted match={match} outcome={match.outcome} isSeeker={isSeeker} />}
      {match.state === 'proposed' && !isSeeker && <p className="hint">{t('need.match.waits')}</p>}
      <div className="actions">
        {mayBorrow && (
          <ButtonLink to={borrowAddress(offerId, need)} isPlain>
            {t('need.match.borrow')}
          </ButtonLink>
        )}
        {acts.map((act) => (
          <ConfirmButton
            key={act}
            type={act === 'decline' ? 'text' : 'default'}
            loading={isSending}
            question={t(act === 'accept' ? `need.match.accept.${kind}` : `need.match.question.${act}`, of)}
            confirmText={t(`need.match.act.${act}`)}
            onConfirm={() => send(act)}
          >
            {t(`need.match.act.${act}`)}
          </ConfirmButton>
        ))}
      </div>
      {failed !== undefined && <Refusal title={t('need.match.refused')} error={failed.error} />}
    </>
  );
}

interface AcceptedProps {
  readonly match: Match;
  readonly outcome: NonNullable<Match['outcome']>;
  readonly isSeeker: boolean;
}

/** The outcome of an acceptance: a link for the seeker, a sentence for the owner. */
function Accepted({ match, outcome, isSeeker }: AcceptedProps) {
  const { t } = useTranslation();
  if (!isSeeker) return <p>{t('need.match.nextOwner')}</p>;
  return (
    <>
      <p>{t(`need.match.outcome.${outcome.kind}.told`)}</p>
      <p>
        <Link to={outcomeAddress(outcome, match)}>{t(`need.match.outcome.${outcome.kind}.go`)}</Link>
      </p>
    </>
  );
}
