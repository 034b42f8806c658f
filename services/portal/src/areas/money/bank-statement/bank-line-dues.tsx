import { Form } from 'antd';
import '../../../kit/styles/fold.css';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { type AnswerAt, useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { Input } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { type BankLine, type BankLineDues, duesActs, fitOf } from './bank-statement.model.js';

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
      {mayRefund && <RefundForm statementId={statementId} number={number} />}
    </>
  );
}

interface RefundFields {
  readonly bankReference: string;
}

function RefundForm({ statementId, number }: LineOfForm) {
  const { t } = useTranslation();
  const refund = useCommand('bankStatement', 'post', '/bank-statements/{bankStatementId}/refund-dues');
  return (
    <FoldedAct title={t('settling.dues.refund')} hint={t('settling.dues.refundHint')}>
      <CommandForm
        command={refund}
        secondary
        input={({ bankReference }: RefundFields) => ({
          bankStatementId: statementId,
          body: { number, bankReference: bankReference.trim() },
        })}
        submit={t('settling.dues.refundSubmit')}
        refused={t('settling.dues.refused')}
      >
        <Form.Item
          name="bankReference"
          label={t('settling.dues.refundNumber')}
          rules={[{ required: true, whitespace: true, message: t('settling.dues.refundNumberRequired') }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </CommandForm>
    </FoldedAct>
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

interface LineOfForm {
  readonly statementId: string;
  readonly number: number;
}

function ReferenceForm({ statementId, number }: LineOfForm) {
  const { t } = useTranslation();
  const assign = useCommand('bankStatement', 'post', '/bank-statements/{bankStatementId}/assign-dues');
  return (
    <CommandForm
      command={assign}
      secondary
      input={({ reference }: { readonly reference: string }) => ({
        bankStatementId: statementId,
        body: { number, reference: reference.replaceAll(/[\s-]/g, '').toUpperCase() },
      })}
      submit={t('settling.dues.assign')}
      refused={t('settling.dues.refused')}
    >
      <Form.Item
        name="reference"
        label={t('settling.dues.reference')}
        rules={[{ required: true, whitespace: true, message: t('settling.dues.referenceRequired') }]}
      >
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}

interface AssignButtonProps {
  readonly reference: string;
  readonly isPending: boolean;
  readonly onAssign: (reference: string) => void;
  readonly label?: string;
  readonly children: string;
}

function AssignButton({ reference, isPending, onAssign, label, children }: AssignButtonProps) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      loading={isPending}
      {...(label === undefined ? {} : { 'aria-label': label })}
      question={t('settling.dues.assignQuestion', { reference })}
      confirmText={t('settling.dues.assign')}
      onConfirm={() => onAssign(reference)}
    >
      {children}
    </ConfirmButton>
  );
}

interface PayersProps extends Pick<AssignButtonProps, 'isPending' | 'onAssign'> {
  readonly unionId: string;
  readonly line: BankLine;
}

type Dues = AnswerAt<'/members/{memberId}/dues'>;

/** Members whose name is masked like that of the payer: a proposal, as several may have it. */
function PayerList({ unionId, line, ...act }: PayersProps) {
  const { t } = useTranslation();
  const list = useList('dues', '/dues', { union: unionId, payer: line.counterparty });
  const fitting = (members: readonly Dues[]): readonly Dues[] =>
    members.toSorted((one, other) => Number(fitOf(line, one) === null) - Number(fitOf(line, other) === null));
  return (
    <PagedList list={list} empty={{ text: t('settling.dues.nobody') }}>
      {(members) => (
        <ul className="plain-list">
          {fitting(members).map((dues) => (
            <li key={dues.memberId} className="bank-payer">
              <Payer line={line} dues={dues} />
              <AssignButton
                reference={dues.reference}
                label={`${t('settling.dues.assign')}: ${dues.memberName} ${dues.reference}`}
                {...act}
              >
                {t('settling.dues.assign')}
              </AssignButton>
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

/** Of namesakes, whoever owes just this stands first; of whom nothing is known to be due, no zeros are said. */
function Payer({ line, dues }: { readonly line: BankLine; readonly dues: Dues }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { memberName, reference, arrears, monthly } = dues;
  const fit = fitOf(line, dues);
  return (
    <p>
      <strong>{memberName}</strong> {reference}{' '}
      {fit !== null && <span className="tag is-confirmed">{t(`settling.dues.fits.${fit}`)}</span>}
      {monthly !== null && (
        <>
          <br />
          <span className="hint">
            {t('settling.dues.owes', { arrears: money(arrears), monthly: money(monthly) })}
          </span>
        </>
      )}
    </p>
  );
}
