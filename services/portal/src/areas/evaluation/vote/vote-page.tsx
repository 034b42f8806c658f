import '../../../kit/styles/efficacy.css';
import '../../../kit/styles/survey.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { useMe } from '../../../session/use-session.js';
import { fingerprintOf } from '../survey/fingerprint.js';
import { useChoiceName, useVote, useVoteKeysHash } from './use-votes.js';
import type { Vote } from './vote.model.js';
import { VoteStateTag } from './vote-state-tag.js';

const MarkdownText = lazyPart('MarkdownText', () => import('../../../kit/markdown-text.js'));
const Voting = lazyPart('Voting', () => import('./voting.js'), { rows: 4 });
const VoteResult = lazyPart('VoteResult', () => import('./vote-result.js'), { rows: 4 });

export function VotePage() {
  const { voteId = '' } = useParams();
  return <Loaded query={useVote(voteId)}>{(vote) => <OneVote vote={vote} />}</Loaded>;
}

function OneVote({ vote }: { readonly vote: Vote }) {
  const { data: me } = useMe();
  return (
    <>
      <PageHead title={vote.title} back="/votes">
        {vote.withdrawable && <WithdrawButton vote={vote} />}
      </PageHead>
      {vote.result !== null && <VoteResult vote={vote} result={vote.result} />}
      <State vote={vote} />
      <section className="card">
        <MarkdownText text={vote.text} />
        {vote.kind === 'election' && vote.result === null && <Candidates vote={vote} />}
      </section>
      {vote.state === 'open' && vote.onRoll && me !== undefined && (
        <Voting key={me.personId} personId={me.personId} vote={vote} />
      )}
      <Facts vote={vote} />
    </>
  );
}

/** Who stands is known before the ballot is begun; afterwards they are in the result. */
function Candidates({ vote: { choices } }: { readonly vote: Vote }) {
  const { t } = useTranslation();
  const nameOf = useChoiceName();
  return (
    <dl className="facts">
      <dt>{t('vote.candidates')}</dt>
      <dd>{choices.map(nameOf).join(t('common.separator'))}</dd>
    </dl>
  );
}

/** Why there is no result yet, or never. While it is open nothing is shown to anybody. */
function State({ vote: { state, withdrawal, opensAt, closesAt, onRoll } }: { readonly vote: Vote }) {
  const { t } = useTranslation();
  const format = useFormat();
  const notice = { showIcon: true, className: 'notice' } as const;
  if (state === 'scheduled')
    return (
      <Alert {...notice} type="info" title={t('vote.scheduledHint', { time: format.instant(opensAt) })} />
    );
  if (state === 'open' && !onRoll)
    return (
      <Alert
        {...notice}
        type="info"
        title={t('vote.notYet')}
        description={t('vote.notYetHint', { time: format.instant(closesAt) })}
      />
    );
  if (state === 'closing') return <Alert {...notice} type="info" role="status" title={t('vote.counting')} />;
  if (state === 'void')
    return <Alert {...notice} type="warning" title={t('vote.void')} description={t('vote.voidHint')} />;
  if (withdrawal === null) return null;
  return <Alert {...notice} type="warning" title={t(`vote.withdrawal.${withdrawal}`)} />;
}

function Facts({ vote }: { readonly vote: Vote }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: keysHash = null } = useVoteKeysHash(vote);
  const rule = { quorum: t(`vote.quorum.${vote.quorum}`), majority: t(`vote.majority.${vote.majority}`) };
  return (
    <dl className="card facts">
      <dt>{t('vote.stateLabel')}</dt>
      <dd>
        <VoteStateTag state={vote.state} />
      </dd>
      <dt>{t('vote.union')}</dt>
      <dd>{vote.unionName}</dd>
      <dt>{t('vote.window')}</dt>
      <dd>{format.period(vote.opensAt, vote.closesAt)}</dd>
      <dt>{t('vote.rollLabel')}</dt>
      <dd>
        {vote.entitled === null
          ? t(`vote.roll.${vote.roll}`)
          : t('vote.rollOf', { roll: t(`vote.roll.${vote.roll}`), count: vote.entitled })}
      </dd>
      <dt>{t('vote.rules')}</dt>
      <dd>
        {vote.seats === null
          ? t('vote.rulesOf', rule)
          : t('vote.rulesOfElection', { ...rule, seats: vote.seats })}
      </dd>
      <dt>{t('vote.showToLabel')}</dt>
      <dd>{t(`vote.showTo.${vote.showTo}`)}</dd>
      {keysHash !== null && (
        <>
          <dt>{t('vote.keysHash')}</dt>
          <dd>
            {fingerprintOf(keysHash)} <span className="hint">{t('vote.keysHashHint')}</span>
          </dd>
        </>
      )}
    </dl>
  );
}

function WithdrawButton({ vote }: { readonly vote: Vote }) {
  const { t } = useTranslation();
  const withdraw = useCommand('vote', 'post', '/votes/{voteId}/withdraw');
  return (
    <>
      {withdraw.isError && <Refusal title={t('vote.withdrawFailed')} error={withdraw.error} />}
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={<p>{t('vote.withdrawQuestion')}</p>}
        confirmText={t('vote.withdrawYes')}
        onConfirm={() => withdraw.mutate({ voteId: vote.id, version: vote.version })}
      >
        {t('vote.withdraw')}
      </ConfirmButton>
    </>
  );
}
