import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { Refusal } from '../../shell/states.js';
import { useRefresh } from '../../shell/use-refresh.js';
import { useReaches } from '../organising/use-may-manage.js';
import { borrowAddress } from '../resource/borrow.js';
import { actsOf, type Match, type Need, weightOf } from './need-form.js';
import { WantText } from './need-card.js';
import { useMatchAct } from './use-need.js';

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

/** An offer: how well it fits and why, and what can be done with it. */
export function MatchCard({ match, need, isSeeker }: MatchCardProps) {
  const { t } = useTranslation();
  const want = need.wants[match.want];
  return (
    <article className="card match">
      <div className="line-head">
        <h3>
          <Link to={`/resources/${match.resourceId}`} className="text-link">
            {match.resourceTitle}
          </Link>
        </h3>
        <span className={`tag ${tones[match.state]}`}>{t(`need.match.state.${match.state}`)}</span>
      </div>
      <p>{t('need.match.from', { union: match.ownerUnionName })}</p>
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
    <ul className="plain-list reasons" aria-label={t('need.match.reasons')}>
      {match.reasons.map((reason) => (
        <li key={reason.code} className={`is-${weightOf(reason)}`}>
          <span>{reason.text}</span>
          <span className="reason-points">{t('need.match.points', { count: reason.points })}</span>
        </li>
      ))}
    </ul>
  );
}

function Acts({ match, need, isSeeker }: MatchCardProps) {
  const { t } = useTranslation();
  const isOwner = useReaches(match.ownerUnionId);
  const step = useMatchAct(match.id);
  const refresh = useRefresh('match', 'need');
  const acts = actsOf(match, need, { isSeeker, isOwner });
  const mayBorrow = isSeeker && need.state === 'open' && match.state !== 'declined';
  const of = { title: match.resourceTitle, need: need.title };
  return (
    <>
      {match.state === 'accepted' && <p>{t(isSeeker ? 'need.match.next' : 'need.match.nextOwner')}</p>}
      {match.state === 'proposed' && !isSeeker && <p className="hint">{t('need.match.waits')}</p>}
      <div className="actions">
        {acts.map((act) => (
          <ConfirmButton
            key={act}
            type={act === 'decline' ? 'default' : 'primary'}
            danger={act === 'decline'}
            loading={step.isPending}
            question={t(`need.match.question.${act}`, of)}
            confirmText={t(`need.match.act.${act}`)}
            onConfirm={() => step.mutate(act, { onError: refresh })}
          >
            {t(`need.match.act.${act}`)}
          </ConfirmButton>
        ))}
        {mayBorrow && <Link to={borrowAddress(match.resourceId, need)}>{t('need.match.borrow')}</Link>}
      </div>
      {step.isError && <Refusal title={t('need.match.refused')} error={step.error} />}
    </>
  );
}
