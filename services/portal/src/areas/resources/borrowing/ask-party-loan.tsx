import { Form } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { useDelegated } from '../../../session/use-delegated.js';
import { bodyOf, type BorrowForm } from './borrow.js';
import { LoanTimes } from './loan-times.js';
import type { Resource } from '../resource/resource-filters.js';
import { LentField } from '../stock/lent-field.js';
import { borrowingParties } from '../party-loan/party-loan.model.js';

interface AskPartyLoanProps {
  readonly resource: Resource;
  /** As the calendar was tapped. */
  readonly times: Pick<BorrowForm, 'startsAt' | 'endsAt'>;
}

interface Values extends Pick<BorrowForm, 'startsAt' | 'endsAt' | 'purpose' | 'quantity'> {
  readonly party?: string;
}

const nothing = { needId: null, activityId: null, span: null };

/** Whoever acts for a club, an organisation or an enterprise asks its union to borrow this. */
export function AskPartyLoan({ resource, times: { startsAt, endsAt } }: AskPartyLoanProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const ask = useCommand('partyLoan', 'post', '/party-loans');
  const parties = borrowingParties(useDelegated().held);
  useEffect(() => {
    if (startsAt !== undefined)
      form.setFieldsValue({ startsAt, ...(endsAt === undefined ? {} : { endsAt }) });
  }, [form, startsAt, endsAt]);
  return (
    <section className="card" aria-labelledby="ask-party-loan-title">
      <h2 id="ask-party-loan-title">{t('partyLoan.ask')}</h2>
      <p className="hint">{t('partyLoan.askHint')}</p>
      <CommandForm
        form={form}
        name="party-loan"
        command={ask}
        input={({ party: chosen, ...typed }: Values) => {
          const party = parties.find(({ id }) => id === chosen);
          // The union follows from the party; everything else is as in any request for a loan.
          const body = bodyOf(
            { ...typed, resourceId: resource.id, borrowerUnionId: { kind: 'union', id: '', name: '' } },
            nothing,
          );
          if (party === undefined || body === null) return null;
          const { borrowerUnionId: _union, ...rest } = body;
          return { body: { ...rest, party: { kind: party.kind, id: party.id } } };
        }}
        submit={t('partyLoan.send')}
        refused={t('partyLoan.notSent')}
        onDone={({ id }) => void navigate(`/party-loans/${id}`)}
        initialValues={{
          ...(parties[0] && { party: parties[0].id }),
          ...(startsAt === undefined ? {} : { startsAt }),
          ...(endsAt === undefined ? {} : { endsAt }),
        }}
      >
        <Form.Item
          name="party"
          label={t('partyLoan.party')}
          rules={[{ required: true, message: t('partyLoan.partyRequired') }]}
        >
          <Choice<string> options={parties.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <LentField resource={resource} />
        <LoanTimes />
        <Form.Item
          name="purpose"
          label={t('resource.borrow.purpose')}
          rules={[{ required: true, whitespace: true, message: t('resource.borrow.purposeRequired') }]}
        >
          <TextArea rows={2} maxLength={500} placeholder={t('resource.borrow.purposeExample')} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
