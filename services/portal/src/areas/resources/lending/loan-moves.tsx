import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList, useRead } from '../../../api/use-read.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import type { Loan } from '../loan/loan.js';

/** The way to the series that a loan is part of; nothing for one that stands alone. */
export function SeriesLink({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation();
  const { data } = useRead('loanSeries', '/loan-series', { loanId, limit: 1 });
  const series = data?.items[0];
  if (series === undefined) return null;
  return (
    <ButtonLink to={`/loan-series/${series.id}`} isPlain>
      {t('lending.series.toSeries')}
    </ButtonLink>
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

/** Moves a loan to another time. */
export function MoveForm({ loan, needsReason, onClose }: MoveFormProps) {
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
    >
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
export function Moves({ loanId }: { readonly loanId: string }) {
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
