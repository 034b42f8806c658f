import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { type Matter, mayDo } from './matter.model.js';
import { RateForm } from './rate-form.js';
import { WordsAct } from './words-act.js';

/** What whoever brought a matter does: answer, say how it went, have it done again, take it back. */
export function PersonActs({ matter }: { readonly matter: Matter }) {
  return (
    <>
      {mayDo(matter, 'rate') && <Judge matter={matter} />}
      {!mayDo(matter, 'rate') && mayDo(matter, 'reopen') && <Reopen matter={matter} />}
      {mayDo(matter, 'reply') && <Reply matter={matter} />}
      {mayDo(matter, 'withdraw') && <Withdraw matter={matter} />}
    </>
  );
}

function Judge({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const rate = useCommand('matter', 'post', '/matters/{matterId}/rate');
  const { id: matterId, version } = matter;
  return (
    <section className="card" aria-labelledby="rate-title">
      <h2 id="rate-title">{t('matter.rate')}</h2>
      <RateForm
        command={rate}
        input={({ stars, text }) => ({ matterId, version, body: { stars, text: text?.trim() || null } })}
      />
      {mayDo(matter, 'reopen') && <ReopenForm matter={matter} />}
    </section>
  );
}

function Reopen({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-label={t('matter.reopen')}>
      <ReopenForm matter={matter} />
    </section>
  );
}

function ReopenForm({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const reopen = useCommand('matter', 'post', '/matters/{matterId}/reopen');
  const { id: matterId, version, reopenUntil } = matter;
  return (
    <>
      <p className="hint">{t('matter.reopenHint', { time: format.instant(reopenUntil ?? matter.sentAt) })}</p>
      {!isOpen && <Button onClick={() => setIsOpen(true)}>{t('matter.reopen')}</Button>}
      {isOpen && (
        <WordsAct
          command={reopen}
          input={(reason) => ({ matterId, version, body: { reason } })}
          act="reopen"
          draft={matterId}
          onCancel={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

function Reply({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const reply = useCommand('matter', 'post', '/matters/{matterId}/reply');
  const { id: matterId, version, state } = matter;
  return (
    <section className="card" aria-labelledby="reply-title">
      <h2 id="reply-title">{t(state === 'asked' ? 'matter.replyAsked' : 'matter.replyMore')}</h2>
      <WordsAct
        command={reply}
        input={(text) => ({ matterId, version, body: { text } })}
        act="reply"
        draft={matterId}
      />
    </section>
  );
}

function Withdraw({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const withdraw = useCommand('matter', 'post', '/matters/{matterId}/withdraw');
  return (
    <>
      {withdraw.isError && <Refusal title={t('matter.withdrawRefused')} error={withdraw.error} />}
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t('matter.withdrawQuestion')}
        confirmText={t('matter.withdraw')}
        onConfirm={() => withdraw.mutate({ matterId: matter.id, version: matter.version })}
      >
        {t('matter.withdraw')}
      </ConfirmButton>
    </>
  );
}
