import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { Ranking } from './ranking.model.js';

/** What an evaluator may do next. */
export function RankingSteps({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const { state } = ranking;
  const mayRevise = ranking.revisedById === null && ['revising', 'final', 'withdrawn'].includes(state);
  const mayWithdraw = ['draft', 'notice', 'revising', 'final'].includes(state);
  return (
    <section className="card" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('rankingLife.next')}</h2>
      {state === 'draft' && !ranking.scoresRevised && <Publish ranking={ranking} />}
      {state === 'final' && (
        <p>
          <Link to={`/rankings/${ranking.id}/recognise`}>{t('rankingLife.recognise')}</Link>
        </p>
      )}
      {mayRevise && <Revise ranking={ranking} />}
      {mayWithdraw && <Withdraw ranking={ranking} />}
      {!mayRevise && !mayWithdraw && <p className="hint">{t('rankingLife.nothingToDo')}</p>}
    </section>
  );
}

const [daysUsual, daysMax] = ['7', 60];

function Publish({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(daysUsual);
  const publish = useCommand('ranking', 'post', '/rankings/{rankingId}/publish');
  const days = wholeNumberOf(text, 1, daysMax);
  return (
    <>
      <label htmlFor={id}>{t('rankingLife.days')}</label>
      <Input
        id={id}
        inputMode="numeric"
        maxLength={2}
        value={text}
        aria-invalid={days === null}
        onChange={(event) => setText(event.target.value)}
      />
      {days === null && (
        <p className="field-error" role="alert">
          {t('rankingLife.daysRule', { max: daysMax })}
        </p>
      )}
      <p className="actions">
        <ConfirmButton
          type="primary"
          disabled={days === null}
          loading={publish.isPending}
          question={<p>{t('rankingLife.publishAsk', { days })}</p>}
          confirmText={t('rankingLife.publish')}
          onConfirm={() =>
            publish.mutate({ rankingId: ranking.id, version: ranking.version, body: { days: days ?? 0 } })
          }
        >
          {t('rankingLife.publish')}
        </ConfirmButton>
      </p>
      {publish.isError && <Refusal title={t('rankingLife.refused')} error={publish.error} />}
    </>
  );
}

function Revise({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const revise = useCommand('ranking', 'post', '/rankings/{rankingId}/revise');
  return (
    <>
      <p className="hint">{t('rankingLife.reviseHint')}</p>
      <p className="actions">
        <Button
          loading={revise.isPending}
          onClick={() =>
            revise.mutate(
              { rankingId: ranking.id, version: ranking.version },
              { onSuccess: ({ id }) => void navigate(`/rankings/${id}`) },
            )
          }
        >
          {t('rankingLife.revise')}
        </Button>
      </p>
      {revise.isError && <Refusal title={t('rankingLife.refused')} error={revise.error} />}
    </>
  );
}

function Withdraw({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const reason = useReason();
  const withdraw = useCommand('ranking', 'post', '/rankings/{rankingId}/withdraw');
  if (!isOpen)
    return (
      <p className="actions">
        <Button onClick={() => setIsOpen(true)}>{t('rankingLife.withdraw')}</Button>
      </p>
    );
  return (
    <>
      <ReasonField
        reason={reason}
        label={t('rankingLife.withdrawWhy')}
        required={t('rankingLife.required')}
      />
      <p className="actions">
        <ConfirmButton
          danger
          loading={withdraw.isPending}
          question={<p>{t('rankingLife.withdrawAsk')}</p>}
          confirmText={t('rankingLife.withdraw')}
          onConfirm={() =>
            reason.take((text) =>
              withdraw.mutate({ rankingId: ranking.id, version: ranking.version, body: { reason: text } }),
            )
          }
        >
          {t('rankingLife.withdraw')}
        </ConfirmButton>
      </p>
      {withdraw.isError && <Refusal title={t('rankingLife.refused')} error={withdraw.error} />}
    </>
  );
}
