import '../../../kit/styles/organising.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { Input } from '../../../kit/input.js';
import type { Matter, MatterStatus } from './matter.model.js';

type Money = Pick<MatterStatus, 'payment' | 'instalments'>;
type Instalment = MatterStatus['instalments'][number];

/** What is paid for a matter, and how far it is: for its person and for whoever has it in hand, without the account. */
export function MatterMoney({ money: { payment, instalments } }: { readonly money: Money }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="card" aria-labelledby="money-title">
      <h2 id="money-title">{t('matterMoney.title')}</h2>
      {instalments.length > 0 && <Instalments instalments={instalments} />}
      {instalments.length === 0 && payment !== null && (
        <>
          <p>
            <StateTag state={payment.state} />
          </p>
          <dl className="facts">
            <dt>{t('matterMoney.amount')}</dt>
            <dd>{format.money(payment.amount)}</dd>
            <dt>{t('matterMoney.askedAt')}</dt>
            <dd>{format.instant(payment.askedAt)}</dd>
            {payment.paidOn !== null && (
              <>
                <dt>{t('matterMoney.paidOn')}</dt>
                <dd>{format.date(payment.paidOn)}</dd>
              </>
            )}
          </dl>
        </>
      )}
    </section>
  );
}

/** Each with its day, and how far it is. */
function Instalments({ instalments }: { readonly instalments: readonly Instalment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const paid = instalments.filter(({ state }) => state === 'paid');
  return (
    <>
      <p>
        {t('matterMoney.soFar', {
          paid: format.money(sumOf(paid)),
          total: format.money(sumOf(instalments.filter(({ state }) => state !== 'stopped'))),
        })}
      </p>
      <ol className="plain-list notice">
        {instalments.map(({ dueOn, amount, state, paidOn }, at) => (
          <li key={dueOn} className="row">
            <p>
              <strong>{t('matterMoney.instalment', { number: at + 1 })}</strong> {format.money(amount)}
              <br />
              <span className="hint">
                {paidOn === null ? format.date(dueOn) : `${t('matterMoney.paidOn')} ${format.date(paidOn)}`}
              </span>
            </p>
            <span>
              <StateTag state={state} />
            </span>
          </li>
        ))}
      </ol>
      {instalments.some(({ state }) => state === 'planned') && (
        <p className="hint">{t('matterMoney.plannedHint')}</p>
      )}
    </>
  );
}

function sumOf(instalments: readonly Instalment[]) {
  return { amount: String(instalments.reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n)) };
}

function StateTag({ state }: { readonly state: Instalment['state'] }) {
  const { t } = useTranslation();
  return <span className={`tag ${tones[state]}`}>{t(`matterMoney.state.${state}`)}</span>;
}

/** For whoever has the matter in hand: what is not due yet is not paid any more. */
export function StopPayments({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const stop = useCommand('matter', 'post', '/matters/{matterId}/payment-stops');
  return (
    <section className="card">
      <FoldedAct title={t('matterMoney.stop')} hint={t('matterMoney.stopHint')}>
        <CommandForm
          command={stop}
          input={({ reason }: { readonly reason: string }) => ({
            matterId: matter.id,
            version: matter.version,
            body: { reason: reason.trim() },
          })}
          submit={t('matterMoney.stopYes')}
          refused={t('matterMoney.stopRefused')}
          confirm={{ question: t('matterMoney.stopQuestion'), text: t('matterMoney.stopYes') }}
          name="stop-payments"
          danger
          secondary
        >
          <Form.Item
            name="reason"
            label={t('matterMoney.stopReason')}
            rules={[{ required: true, whitespace: true, message: t('matterMoney.stopReasonRequired') }]}
          >
            <Input maxLength={500} />
          </Form.Item>
        </CommandForm>
      </FoldedAct>
    </section>
  );
}

const tones: Readonly<Record<Instalment['state'], string>> = {
  planned: 'is-kind',
  asked: 'is-closing',
  approved: 'is-kind',
  paid: 'is-published',
  refused: 'is-cancelled',
  returned: 'is-failed',
  stopped: 'is-cancelled',
};
