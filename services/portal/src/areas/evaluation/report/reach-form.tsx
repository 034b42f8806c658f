import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { thisYear } from '../../../session/year-choice.js';
import { type ReachScope, reportReaders } from './use-reports.js';

interface ReachFormProps {
  readonly scope: ReachScope;
  readonly onAsk: (scope: ReachScope) => void;
}

const yearsBack = 6;

/** Of which union, and in which year or quarter: fixed ones, so that no two can be subtracted to single out a few. */
export function ReachForm({ scope, onAsk }: ReachFormProps) {
  const { t } = useTranslation();
  const [union, setUnion] = useState(scope.union);
  const [year, setYear] = useState(String(scope.year));
  const [quarter, setQuarter] = useState(scope.quarter === undefined ? undefined : String(scope.quarter));
  const years = new Set([
    ...Array.from({ length: yearsBack }, (_, index) => String(thisYear() - index)),
    year,
  ]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAsk({ union, year: Number(year), ...(quarter === undefined ? {} : { quarter: Number(quarter) }) });
  };
  return (
    <form className="card period-bar" onSubmit={submit}>
      <label>
        <span>{t('report.union')}</span>
        <UnionPicker
          value={union}
          roles={reportReaders}
          none={t('evaluation.choose')}
          onChange={(chosen) => setUnion(chosen ?? scope.union)}
        />
      </label>
      <label>
        <span>{t('report.reach.year')}</span>
        <Choice<string>
          value={year}
          options={[...years].map((value) => ({ value, label: value }))}
          onChange={(chosen) => setYear(chosen ?? year)}
        />
      </label>
      <label>
        <span>{t('report.reach.quarter')}</span>
        <QuarterChoice quarter={quarter} onChange={setQuarter} />
      </label>
      <Button type="primary" htmlType="submit">
        {t('evaluation.show')}
      </Button>
    </form>
  );
}

interface QuarterChoiceProps {
  readonly quarter: string | undefined;
  readonly onChange: (quarter: string | undefined) => void;
}

function QuarterChoice({ quarter, onChange }: QuarterChoiceProps) {
  const { t } = useTranslation();
  const quarters = ['1', '2', '3', '4'].map((value) => ({
    value,
    label: t('report.reach.quarterOf', { value }),
  }));
  return (
    <Choice<string>
      {...(quarter === undefined ? {} : { value: quarter })}
      options={[{ value: '' as const, label: t('report.reach.wholeYear') }, ...quarters]}
      onChange={onChange}
    />
  );
}
