import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Bar } from './bar.js';
import { Fact } from './fact.js';
import type { Programme } from './subsidy.model.js';

interface ProgrammeProps {
  readonly programme: Programme;
}

/** The terms of a programme, and how much of its budget is awarded. */
export function ProgrammeFacts({ programme }: ProgrammeProps) {
  const { t } = useTranslation();
  const { state, budget, awarded, cancelReason } = programme;
  return (
    <section className="card" aria-labelledby="programme-facts">
      <div className="line-head">
        <h2 id="programme-facts">{programme.unionName}</h2>
        <span className={`tag is-${state}`}>{t(`subsidy.programme.states.${state}`)}</span>
      </div>
      {cancelReason !== null && (
        <p role="status">{t('subsidy.programme.cancelledFor', { reason: cancelReason })}</p>
      )}
      <p className="subsidy-text">{programme.text}</p>
      <Bar
        label={t('subsidy.programme.bar')}
        whole={budget.amount}
        parts={[{ key: 'drawn', name: t('subsidy.programme.awarded'), amount: awarded.amount }]}
        rest={t('subsidy.programme.left')}
      />
      <Figures programme={programme} />
      <h3>{t('subsidy.field.conditions')}</h3>
      <p className="subsidy-text">{programme.conditions}</p>
    </section>
  );
}

function Figures({ programme }: ProgrammeProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { budget, expenseCodes, sizeClasses, noticeDays, reportDays, payment } = programme;
  const comma = t('subsidy.comma');
  const sizes = sizeClasses.map((size) => t(`subsidy.size.${size}`)).join(comma);
  return (
    <dl className="figures">
      <Fact name={t('subsidy.field.budget')} text={money(budget)} />
      <Fact name={t('subsidy.field.basis')} text={useAmounts(programme)} />
      <Fact name={t('subsidy.field.window')} text={useWindow(programme)} />
      <Fact
        name={t('subsidy.field.expenseCodes')}
        text={expenseCodes.map((code) => t(`money.expense.${code}`)).join(comma)}
      />
      <Fact name={t('subsidy.field.sizeClasses')} text={sizes === '' ? t('subsidy.allSizes') : sizes} />
      <Fact name={t('subsidy.field.noticeDays')} text={String(noticeDays)} />
      <Fact name={t('subsidy.field.reportDays')} text={String(reportDays)} />
      <Fact name={t('subsidy.field.payment')} text={t(`subsidy.payment.${payment}`)} />
    </dl>
  );
}

function useAmounts({ basis, grades, percent, cap }: Programme): string {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (basis === 'percent') return t('subsidy.programme.percentIs', { percent, cap: cap ? money(cap) : '' });
  return grades
    .map(({ name, amount }) => t('subsidy.programme.gradeIs', { name, amount: money(amount) }))
    .join(t('subsidy.comma'));
}

function useWindow({ opensAt, closesAt }: Programme): string {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const end = closesAt
    ? t('subsidy.programme.until', { time: instant(closesAt) })
    : t('subsidy.programme.standing');
  return opensAt ? `${t('subsidy.programme.from', { time: instant(opensAt) })} ${end}` : end;
}
