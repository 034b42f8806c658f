import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { fenOf, localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { Refusal } from '../../../kit/states.js';
import type { Damage } from './handover.js';
import { WordsForm } from '../../../kit/words-form.js';

interface DamageSectionProps {
  readonly damages: readonly Damage[];
  /** The reader's own union, on whose statement the amount stands. */
  readonly unionId: string;
}

/** The damages of a loan: what is claimed for each, and the outcome. */
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

/** The amount is posted on the day of the settlement. */
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

const paths = {
  dispute: '/loans/{loanId}/damages/{damageId}/dispute',
  withdraw: '/loans/{loanId}/damages/{damageId}/withdraw',
  decide: '/loans/{loanId}/damages/{damageId}/decide',
} as const;
/** The acts that have a reason. */
type Reasoned = keyof typeof paths;

function DamageActs({ damage }: { readonly damage: Damage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<Reasoned | null>(null);
  const accept = useCommand('loan', 'post', '/loans/{loanId}/damages/{damageId}/accept');
  const acts = reasonedActsOf(damage);
  const { loanId, id: damageId, version } = damage;
  if (open !== null && acts.includes(open)) {
    return <ReasonedAct act={open} damage={damage} onClose={() => setOpen(null)} />;
  }
  if (acts.length === 0 && !damage.mayAnswer) return null;
  return (
    <>
      <div className="actions">
        {damage.mayAnswer && (
          <ConfirmButton
            type="primary"
            loading={accept.isPending}
            question={t('damage.acceptQuestion', { amount: format.money(damage.amount) })}
            confirmText={t('damage.accept')}
            onConfirm={() => accept.mutate({ loanId, damageId, version })}
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
      {accept.isError && <Refusal title={t('damage.refused')} error={accept.error} />}
    </>
  );
}

function reasonedActsOf({ mayAnswer, mayDecide, mayWithdraw, state }: Damage): Reasoned[] {
  return [
    ...(mayAnswer && state === 'claimed' ? (['dispute'] as const) : []),
    ...(mayDecide ? (['decide'] as const) : []),
    ...(mayWithdraw ? (['withdraw'] as const) : []),
  ];
}

interface ReasonedActProps {
  readonly act: Reasoned;
  readonly damage: Damage;
  readonly onClose: () => void;
}

function ReasonedAct({ act, damage, onClose }: ReasonedActProps) {
  const { t } = useTranslation();
  const [yuan, setYuan] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const id = useId();
  const fen = fenOf(yuan);
  const step = useCommand('loan', 'post', paths[act]);
  const seen = { loanId: damage.loanId, damageId: damage.id, version: damage.version };
  const submit = (reason: string): void => {
    setIsMissing(fen === null);
    if (act === 'decide' && fen === null) return;
    const amount = { amount: fen ?? '0', currency: 'CNY' } as const;
    const body = act === 'decide' ? { reason, amount } : { reason };
    step.mutate({ ...seen, body }, { onSuccess: onClose });
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
          {(yuan !== '' || isMissing) && fen === null && (
            <p className="field-error" role="alert">
              {t('damage.decideAmountRequired')}
            </p>
          )}
        </>
      )}
    </WordsForm>
  );
}
