import '../../../kit/styles/fold.css';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { NoToken } from '../survey/answer-form.js';
import type { Ending } from '../survey/kept-tokens.js';
import { keptTokens } from '../survey/kept-tokens-here.js';
import { TokenFromAnotherDevice, TokenToAnotherDevice, useMovedToken } from '../survey/moving.js';
import { outgoingBallot } from '../survey/send-answers.js';
import { deliverNow } from '../survey/send-kept-answers.js';
import { useKeptToken } from '../survey/use-survey-tokens.js';
import { useChoiceName, useVoteToken } from './use-votes.js';
import { pressed, type Vote } from './vote.model.js';

interface VotingProps {
  readonly personId: string;
  readonly vote: Vote;
}

/** Casts one ballot from nobody: what is secret, the token once somebody begins, the ballot, and what became of it. */
export function Voting({ personId, vote }: VotingProps) {
  const kept = useKeptToken(personId, vote.id);
  const moved = useMovedToken();
  const isMovedHere = moved?.askingId === vote.id;
  if (kept?.step === 'outgoing') return <Waiting personId={personId} vote={vote} />;
  if (kept?.step === 'over' && !isMovedHere) return <Over why={kept.why} />;
  return (
    <>
      <WhatStaysSecret />
      {isMovedHere ? (
        <TokenFromAnotherDevice personId={personId} publicKey={vote.publicKey ?? {}} moved={moved} />
      ) : (
        <Beginning personId={personId} vote={vote} hasToken={kept !== null} />
      )}
      <TokenToAnotherDevice personId={personId} askingId={vote.id} />
    </>
  );
}

/** Beginning to vote takes the token; looking at the vote does not. */
function Beginning({ hasToken, ...voting }: VotingProps & { readonly hasToken: boolean }) {
  const { t } = useTranslation();
  const [hasBegun, setBegun] = useState(false);
  if (hasBegun || hasToken) return <Ballot {...voting} />;
  return (
    <Button type="primary" size="large" block onClick={() => setBegun(true)}>
      {t('vote.begin')}
    </Button>
  );
}

function Over({ why }: { readonly why: Ending }) {
  const { t } = useTranslation();
  return (
    <div className="card empty-state" role="status">
      <h2>{t(`vote.over.${why}.title`)}</h2>
      <p>{t(`vote.over.${why}.text`)}</p>
    </div>
  );
}

const secrets = ['token', 'ballot', 'counts', 'few'] as const;

/** In one sentence before anybody votes; the rest is there for whoever opens it, as with a survey. */
function WhatStaysSecret() {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="vote-secret">
      <h2 id="vote-secret">{t('vote.secret.title')}</h2>
      <p>
        <strong>{t('vote.secret.sentence')}</strong>
      </p>
      <p>{t('vote.secret.once')}</p>
      <details className="fold">
        <summary>{t('vote.secret.more')}</summary>
        <ul>
          {secrets.map((key) => (
            <li key={key}>{t(`vote.secret.${key}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** What is chosen stays on this page until it is cast. */
function Ballot({ personId, vote }: VotingProps) {
  const { t } = useTranslation();
  const preparing = useVoteToken(personId, vote);
  const kept = useKeptToken(personId, vote.id);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ready = kept?.step === 'ready' ? kept : null;
  const cast = (): void => {
    if (ready === null) return;
    keptTokens.write(personId, vote.id, outgoingBallot(ready, chosen));
    void deliverNow(personId, vote.id);
  };
  return (
    <div className="survey-form">
      {preparing.isError && <NoToken error={preparing.error} onRetry={() => void preparing.refetch()} />}
      {ready?.wasRefused && (
        <Alert type="error" showIcon role="alert" title={t('vote.refused')} className="notice" />
      )}
      <Choices vote={vote} chosen={chosen} onChange={setChosen} />
      <CastButton
        vote={vote}
        chosen={chosen}
        isPreparing={ready === null && !preparing.isError}
        isFailed={preparing.isError}
        onCast={cast}
      />
    </div>
  );
}

interface CastButtonProps {
  readonly vote: Vote;
  readonly chosen: readonly string[];
  readonly isPreparing: boolean;
  readonly isFailed: boolean;
  readonly onCast: () => void;
}

/** Asks once: a ballot cannot be changed. */
function CastButton({ vote, chosen, isPreparing, isFailed, onCast }: CastButtonProps) {
  const { t } = useTranslation();
  const nameOf = useChoiceName();
  const names = vote.choices.filter(({ key }) => chosen.includes(key)).map(nameOf);
  const choices = names.length === 0 ? t('vote.blank') : names.join(t('common.separator'));
  const isComplete = vote.kind === 'election' || chosen.length === 1;
  return (
    <ConfirmButton
      type="primary"
      size="large"
      block
      disabled={isFailed || !isComplete}
      loading={isPreparing}
      question={<p>{t('vote.castQuestion', { choices })}</p>}
      confirmText={t('vote.castYes')}
      onConfirm={onCast}
    >
      {t(isPreparing ? 'vote.preparing' : 'vote.cast')}
    </ConfirmButton>
  );
}

interface ChoicesProps {
  readonly vote: Vote;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Large targets: of a motion the thumb takes one; of an election as many as there are seats. */
function Choices({ vote, chosen, onChange }: ChoicesProps) {
  const { t } = useTranslation();
  const nameOf = useChoiceName();
  const seats = vote.seats ?? 1;
  const isElection = vote.kind === 'election';
  const isFull = isElection && chosen.length >= seats;
  return (
    <fieldset className="card question">
      <legend>{isElection ? t('vote.chooseUpTo', { count: seats }) : t('vote.chooseOne')}</legend>
      <div className="choices">
        {vote.choices.map((choice) => {
          const isChosen = chosen.includes(choice.key);
          return (
            <label key={choice.key} className="scale-step">
              <input
                type={isElection ? 'checkbox' : 'radio'}
                className="visually-hidden"
                name="ballot"
                value={choice.key}
                checked={isChosen}
                disabled={isFull && !isChosen}
                onChange={() => onChange(pressed(vote, chosen, choice.key))}
              />
              <span>{nameOf(choice)}</span>
            </label>
          );
        })}
      </div>
      {isElection && (
        <p className="hint" role="status">
          {t('vote.chosen', { count: chosen.length, most: seats })}
        </p>
      )}
    </fieldset>
  );
}

/** A ballot that the network did not take: it stays, and goes out later. */
function Waiting({ personId, vote }: VotingProps) {
  const { t } = useTranslation();
  const send = useMutation({ networkMode: 'always', mutationFn: () => deliverNow(personId, vote.id) });
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('vote.waiting')}
      description={
        <>
          <p>{t('vote.waitingHint')}</p>
          <Button type="primary" loading={send.isPending} onClick={() => send.mutate()}>
            {t('vote.sendNow')}
          </Button>
        </>
      }
      className="notice"
    />
  );
}
