import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fenOf, localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { Refusal } from '../../../kit/states.js';
import type { Damage } from './handover-desk.js';
import { type DamageStep, useDamageStep } from './use-handovers.js';
import { WordsForm } from '../../../kit/words-form.js';

interface DamageSectionProps {
  readonly damages: readonly Damage[];
  /** The reader's own, on whose statement it stands. */
  readonly unionId: string;
}

/** What was damaged, what is asked for it, and what came of it. */
export function DamageSection({ damages, unionId }: DamageSectionProps) {
  const { t } = useTranslation();
  if (damages.length === 0) return null;
  return (
    <section className="card" aria-labelledby="damage-title">
      <h2 id="damage-title">{t('damage.title')}</h2>
      <ul className="plain-list">
        {damages.map((damage) => (
          <li key={damage.id}>
            <DamageLine damage={damage} unionId={unionId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DamageLine({ damage, unionId }: { readonly damage: Damage; readonly unionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { note, amount, owed, state, objection, reason } = damage;
  const isOwed = owed !== null && owed.amount !== '0';
  return (
    <article className="handover">
      <p>
        <strong>{note}</strong> <span className={`tag ${tones[state]}`}>{t(`damage.state.${state}`)}</span>
      </p>
      <p>{t('damage.asked', { amount: format.money(amount) })}</p>
      {owed !== null && <p>{t('damage.owed', { amount: format.money(owed) })}</p>}
      {objection !== null && <p>{t('damage.objection', { words: objection })}</p>}
      {reason !== null && <p>{t('damage.reason', { words: reason })}</p>}
      {state === 'claimed' && (
        <p className="hint">{t('damage.answerBy', { at: format.instant(damage.answerBy) })}</p>
      )}
      {isOwed && (
        <p>
          <Link to={statementOf(damage, unionId)} className="text-link">
            {t('damage.toStatement')}
          </Link>
        </p>
      )}
      <DamageActs damage={damage} />
    </article>
  );
}

/** It is posted on the day on which it was settled. */
function statementOf({ settledAt }: Damage, union: string): string {
  const day = settledAt === null ? '' : localTimeOf(settledAt).slice(0, 10);
  return `/statements?${new URLSearchParams({ union, from: day, to: day }).toString()}`;
}

const tones = {
  claimed: 'is-closing',
  accepted: 'is-published',
  disputed: 'is-cancelled',
  decided: 'is-published',
  withdrawn: '',
} as const;

type Worded = 'dispute' | 'withdraw' | 'decide';

function DamageActs({ damage }: { readonly damage: Damage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<Worded | null>(null);
  const step = useDamageStep(damage);
  const acts = wordedActsOf(damage);
  const close = (): void => setOpen(null);
  const send = (one: DamageStep): void => step.mutate(one, { onSuccess: close });
  if (open !== null && acts.includes(open)) {
    return <WordedAct act={open} damage={damage} step={step} onSend={send} onClose={close} />;
  }
  if (acts.length === 0 && !damage.mayAnswer) return null;
  return (
    <>
      <div className="actions">
        {damage.mayAnswer && (
          <ConfirmButton
            type="primary"
            loading={step.isPending}
            question={t('damage.acceptQuestion', { amount: format.money(damage.amount) })}
            confirmText={t('damage.accept')}
            onConfirm={() => send({ act: 'accept' })}
          >
            {t('damage.accept')}
          </ConfirmButton>
        )}
        {acts.map((act) => (
          <Button key={act} onClick={() => setOpen(act)}>
            {t(`damage.${act}`)}
          </Button>
        ))}
      </div>
      {step.isError && <Refusal title={t('damage.refused')} error={step.error} />}
    </>
  );
}

function wordedActsOf({ mayAnswer, mayDecide, mayWithdraw, state }: Damage): Worded[] {
  return [
    ...(mayAnswer && state === 'claimed' ? (['dispute'] as const) : []),
    ...(mayDecide ? (['decide'] as const) : []),
    ...(mayWithdraw ? (['withdraw'] as const) : []),
  ];
}

interface WordedActProps {
  readonly act: Worded;
  readonly damage: Damage;
  readonly step: ReturnType<typeof useDamageStep>;
  readonly onSend: (step: DamageStep) => void;
  readonly onClose: () => void;
}

function WordedAct({ act, damage, step, onSend, onClose }: WordedActProps) {
  const { t } = useTranslation();
  const [yuan, setYuan] = useState('');
  const id = useId();
  const fen = fenOf(yuan);
  const submit = (reason: string): void => {
    if (act !== 'decide') return onSend({ act, reason });
    if (fen !== null) onSend({ act, reason, amount: { amount: fen, currency: 'CNY' } });
  };
  return (
    <WordsForm
      label={t(`damage.${act}Reason`)}
      required={t('damage.reasonRequired')}
      submit={t('damage.submit')}
      refused={t('damage.refused')}
      isPending={step.isPending}
      error={step.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {act === 'withdraw' && damage.owed !== null && <p className="hint">{t('damage.withdrawHint')}</p>}
      {act === 'decide' && (
        <>
          <label htmlFor={id}>{t('damage.decideAmount')}</label>
          <MoneyInput id={id} value={yuan} onChange={setYuan} />
          {yuan !== '' && fen === null && (
            <p className="field-error" role="alert">
              {t('damage.decideAmountRequired')}
            </p>
          )}
        </>
      )}
    </WordsForm>
  );
}
