import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Loan, Sides } from '../loan/loan-desk.js';
import { useLoanMoves, useMoveLoan, useSeriesOf } from './use-lending.js';

interface MoveSectionProps {
  readonly loan: Loan;
  readonly sides: Sides;
}

/** Another time for a loan, the times that it had before, and the series that it is part of. */
export function MoveSection({ loan, sides }: MoveSectionProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const series = useSeriesOf(loan.id);
  const isMovable = loan.state === 'requested' || loan.state === 'approved';
  const mayMove = isMovable && (sides.isOwner || sides.isBorrower);
  return (
    <>
      {series.data != null && (
        <p>
          <Link to={`/loan-series/${series.data.id}`} className="text-link">
            {t('lending.series.toSeries')}
          </Link>
        </p>
      )}
      {mayMove && !isOpen && <Button onClick={() => setIsOpen(true)}>{t('lending.move.open')}</Button>}
      {mayMove && isOpen && (
        <MoveForm loan={loan} needsReason={!sides.isBorrower} onClose={() => setIsOpen(false)} />
      )}
      <Moves loanId={loan.id} />
    </>
  );
}

interface Values {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason?: string;
}

const fields = ['startsAt', 'endsAt', 'reason'];

interface MoveFormProps {
  readonly loan: Loan;
  readonly needsReason: boolean;
  readonly onClose: () => void;
}

function MoveForm({ loan, needsReason, onClose }: MoveFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const move = useMoveLoan(loan);
  const submit = ({ startsAt, endsAt, reason }: Values): void =>
    move.mutate(
      { startsAt: instantOf(startsAt), endsAt: instantOf(endsAt), reason: reason?.trim() || null },
      { onSuccess: onClose, onError: (error) => showErrors(form, error, fields) },
    );
  const required = [{ required: true, message: t('lending.move.timeRequired') }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={move.isPending}
      initialValues={{ startsAt: localTimeOf(loan.startsAt), endsAt: localTimeOf(loan.endsAt) }}
      onFinish={submit}
    >
      <h3>{t('lending.move.title')}</h3>
      <p className="hint">{t('lending.move.again')}</p>
      <div className="two-columns">
        <Form.Item name="startsAt" label={t('lending.move.startsAt')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="endsAt" label={t('lending.move.endsAt')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item
        name="reason"
        label={t('lending.move.reason')}
        rules={[
          { required: needsReason, whitespace: needsReason, message: t('lending.move.reasonRequired') },
        ]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {move.isError && <Refusal title={t('lending.move.refused')} error={move.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={move.isPending}>
          {t('lending.move.submit')}
        </Button>
        <Button onClick={onClose}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

/** The times that it had before; most loans were never moved, and then there is nothing to say. */
function Moves({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation();
  const { period, instant } = useFormat();
  const { items = [] } = useLoanMoves(loanId);
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby="moves-title">
      <h2 id="moves-title">{t('lending.move.history')}</h2>
      <ol className="plain-list lines">
        {items.map((one) => (
          <li key={one.number}>
            <p>
              {t('lending.move.line', {
                movedAt: instant(one.movedAt),
                before: period(one.startedAt, one.endedAt),
                after: period(one.startsAt, one.endsAt),
              })}
            </p>
            {one.reason !== null && <p>{t('lending.move.because', { reason: one.reason })}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
