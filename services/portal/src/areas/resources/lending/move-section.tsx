import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList, useRead } from '../../../api/use-read.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import type { Loan, Sides } from '../loan/loan.js';

interface MoveSectionProps {
  readonly loan: Loan;
  readonly sides: Sides;
}

/** Moves a loan to another time; its earlier times, and the series that it is part of. */
export function MoveSection({ loan, sides }: MoveSectionProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const found = useRead('loanSeries', '/loan-series', { loanId: loan.id, limit: 1 });
  const series = found.data?.items[0];
  const isMovable = loan.state === 'requested' || loan.state === 'approved';
  const mayMove = isMovable && (sides.isOwner || sides.isBorrower);
  return (
    <>
      {series !== undefined && (
        <p>
          <Link to={`/loan-series/${series.id}`} className="text-link">
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

interface MoveFormProps {
  readonly loan: Loan;
  readonly needsReason: boolean;
  readonly onClose: () => void;
}

function MoveForm({ loan, needsReason, onClose }: MoveFormProps) {
  const { t } = useTranslation();
  const move = useCommand('loan', 'post', '/loans/{loanId}/move');
  const required = [{ required: true, message: t('lending.move.timeRequired') }];
  return (
    <CommandForm
      command={move}
      input={({ startsAt, endsAt, reason }: Values) => ({
        loanId: loan.id,
        version: loan.version,
        body: {
          startsAt: instantOf(startsAt),
          endsAt: instantOf(endsAt),
          reason: reason?.trim() || null,
        },
      })}
      submit={t('lending.move.submit')}
      refused={t('lending.move.refused')}
      onDone={onClose}
      onCancel={onClose}
      initialValues={{ startsAt: localTimeOf(loan.startsAt), endsAt: localTimeOf(loan.endsAt) }}
      className="inner-form"
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
    </CommandForm>
  );
}

/** The earlier times of a loan; nothing for a loan that was never moved. */
function Moves({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation();
  const { period, instant } = useFormat();
  const { items = [] } = useList('loan', '/loans/{loanId}/moves', { loanId });
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
