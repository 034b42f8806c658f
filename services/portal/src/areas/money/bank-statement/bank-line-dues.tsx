import '../../../kit/styles/fold.css';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { AssignButton } from './assign-button.js';
import { type BankLine, type BankLineDues, duesActs } from './bank-statement.model.js';

// Fields are 15 kB of what the page loads first, and few lines need one.
const RefundForm = lazyPart('RefundForm', () => import('./bank-line-forms.js'), { rows: 2 });
const ReferenceForm = lazyPart('ReferenceForm', () => import('./bank-line-forms.js'), { rows: 2 });
const PayerList = lazyPart('PayerList', () => import('./bank-payers.js'), { rows: 2 });

interface LineProps {
  readonly statementId: string;
  readonly unionId: string;
  readonly line: BankLine;
}

const tones: Readonly<Record<BankLineDues['state'], string>> = {
  waiting: 'is-waiting',
  booked: 'is-confirmed',
  returned: 'is-failed',
  refunded: 'is-withdrawn',
};

/** The dues that a line is assigned to: how they stand, and what is to be done with what came back. */
export function AssignedDues({ dues, ...props }: LineProps & { readonly dues: BankLineDues }) {
  const { t } = useTranslation();
  const { reference, state, reason, receipt, refundReference } = dues;
  const { holds } = useOffices();
  return (
    <>
      <p>
        <span className={`tag ${tones[state]}`}>{t(`settling.dues.states.${state}`)}</span>{' '}
        {t('settling.dues.assigned', { reference })}
        {receipt !== null && ` · ${t('settling.dues.receipt', { receipt })}`}
        {refundReference !== null && ` · ${t('settling.dues.refunded', { number: refundReference })}`}
      </p>
      {reason !== null && <p className="hint">{t(`settling.dues.reasons.${reason}`)}</p>}
      {holds('finance') && <Acts {...props} dues={dues} />}
    </>
  );
}

function Acts({ statementId, line: { number, amount }, dues }: LineProps & { readonly dues: BankLineDues }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const keep = useCommand('bankStatement', 'post', '/bank-statements/{bankStatementId}/keep-dues');
  const release = useCommand('bankStatement', 'post', '/bank-statements/{bankStatementId}/release-dues');
  const { mayKeep, mayRefund, mayRelease } = duesActs(dues);
  const sent = { bankStatementId: statementId, body: { number } };
  const what = { amount: money(amount) };
  return (
    <>
      {[keep, release].map(
        ({ isError, error }, index) =>
          isError && <Refusal key={index} title={t('settling.dues.refused')} error={error} />,
      )}
      {(mayKeep || mayRelease) && (
        <div className="actions">
          {mayKeep && (
            <ConfirmButton
              type="primary"
              loading={keep.isPending}
              question={t('settling.dues.keepQuestion', what)}
              confirmText={t('settling.dues.keep')}
              onConfirm={() => keep.mutate(sent)}
            >
              {t('settling.dues.keep')}
            </ConfirmButton>
          )}
          {mayRelease && (
            <ConfirmButton
              loading={release.isPending}
              question={t(
                dues.state === 'booked' ? 'settling.dues.releaseBooked' : 'settling.dues.releaseQuestion',
                what,
              )}
              confirmText={t('settling.dues.release')}
              onConfirm={() => release.mutate(sent)}
            >
              {t('settling.dues.release')}
            </ConfirmButton>
          )}
        </div>
      )}
      {mayRefund && (
        <Unfolded title={t('settling.dues.refund')}>
          <p className="hint">{t('settling.dues.refundHint')}</p>
          <RefundForm statementId={statementId} number={number} />
        </Unfolded>
      )}
    </>
  );
}

/** Says that a line which came in is dues: by the reference in its note, by one that is typed, or of whoever has that name. */
export function AssignDues({ statementId, unionId, line }: LineProps) {
  const { t } = useTranslation();
  const assign = useCommand('bankStatement', 'post', '/bank-statements/{bankStatementId}/assign-dues');
  const { holds } = useOffices();
  if (line.direction === 'out' || !holds('finance')) return null;
  const send = (reference: string): void =>
    assign.mutate({ bankStatementId: statementId, body: { number: line.number, reference } });
  return (
    <>
      {line.duesReference !== null && (
        <div className="bank-suggestion">
          <p>
            <strong>{t('settling.dues.found', { reference: line.duesReference })}</strong>
          </p>
          <AssignButton reference={line.duesReference} isPending={assign.isPending} onAssign={send}>
            {t('settling.dues.assignTo', { reference: line.duesReference })}
          </AssignButton>
        </div>
      )}
      {assign.isError && <Refusal title={t('settling.dues.refused')} error={assign.error} />}
      <Unfolded title={t(line.duesReference === null ? 'settling.dues.byHand' : 'settling.dues.another')}>
        <p className="hint">{t('settling.dues.byHandHint')}</p>
        <ReferenceForm statementId={statementId} number={line.number} />
        {line.counterparty !== '' && (
          <Unfolded title={t('settling.dues.whoMay', { name: line.counterparty })}>
            <PayerList unionId={unionId} line={line} isPending={assign.isPending} onAssign={send} />
          </Unfolded>
        )}
      </Unfolded>
    </>
  );
}

interface UnfoldedProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** What is inside is made once it is opened: a statement has many lines, and few need a form. */
function Unfolded({ title, children }: UnfoldedProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="fold act-fold" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  );
}
