import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { EmptyState, Refusal } from '../../../kit/states.js';
import { NewLink } from './new-link.js';
import type { InvitedJudge, Judge, JudgementRound } from './judgement-round.model.js';

const JudgeForm = lazyPart('JudgeForm', () => import('./judge-form.js'));

interface SectionProps {
  readonly round: JudgementRound;
}

/** Each judge with their progress, and a link that is shown once. */
export function JudgeSection({ round }: SectionProps) {
  const { t } = useTranslation();
  // The link lives in this page's memory only, until the page is left.
  const [invited, setInvited] = useState<InvitedJudge | null>(null);
  const { judges, state } = round;
  return (
    <section className="card" aria-labelledby="judges-title">
      <h2 id="judges-title">{t('judging.judges')}</h2>
      {invited !== null && <NewLink invited={invited} />}
      {judges.length === 0 ? (
        <EmptyState text={t('judging.judgesNone')} />
      ) : (
        <ul className="plain-list judge-lines">
          {judges.map((judge) => (
            <JudgeLine key={judge.id} round={round} judge={judge} onLink={setInvited} />
          ))}
        </ul>
      )}
      {state === 'open' && <JudgeForm round={round} onLink={setInvited} />}
    </section>
  );
}

interface LinkProps extends SectionProps {
  readonly onLink: (invited: InvitedJudge) => void;
}

function JudgeLine({ round, judge, onLink }: LinkProps & { readonly judge: Judge }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, judged, savedAt, revokedAt } = judge;
  const saved =
    savedAt === null ? t('judging.neverSaved') : t('judging.savedAt', { time: format.instant(savedAt) });
  return (
    <li>
      <div>
        <p>
          {name} {revokedAt !== null && <span className="tag is-cancelled">{t('judging.revoked')}</span>}
        </p>
        <p className="hint">
          {t('judging.progress', { judged, pairs: round.pairs })} · {saved}
        </p>
        <progress
          max={round.pairs}
          value={judged}
          aria-label={t('judging.progress', { judged, pairs: round.pairs })}
        />
      </div>
      {round.state === 'open' && <LinkButtons round={round} judge={judge} onLink={onLink} />}
    </li>
  );
}

function LinkButtons({ round, judge, onLink }: LinkProps & { readonly judge: Judge }) {
  const { t } = useTranslation();
  const revoke = useCommand(
    'judgementRound',
    'post',
    '/judgement-rounds/{judgementRoundId}/judges/{judgeId}/revoke',
  );
  const renew = useCommand(
    'judgementRound',
    'post',
    '/judgement-rounds/{judgementRoundId}/judges/{judgeId}/renew',
  );
  const { name } = judge;
  const named = { judgementRoundId: round.id, judgeId: judge.id };
  return (
    <div className="actions">
      {revoke.isError && <Refusal title={t('judging.notRevoked')} error={revoke.error} />}
      {renew.isError && <Refusal title={t('judging.notRenewed')} error={renew.error} />}
      <ConfirmButton
        loading={renew.isPending}
        question={<p>{t('judging.renewQuestion', { name })}</p>}
        confirmText={t('judging.renewYes')}
        aria-label={t('judging.renewOf', { name })}
        onConfirm={() => renew.mutate(named, { onSuccess: onLink })}
      >
        {t('judging.renew')}
      </ConfirmButton>
      {judge.revokedAt === null && (
        <ConfirmButton
          danger
          loading={revoke.isPending}
          question={<p>{t('judging.revokeQuestion', { name })}</p>}
          confirmText={t('judging.revokeYes')}
          aria-label={t('judging.revokeOf', { name })}
          onConfirm={() => revoke.mutate(named)}
        >
          {t('judging.revoke')}
        </ConfirmButton>
      )}
    </div>
  );
}
