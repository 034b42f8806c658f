import '../../../kit/styles/checks.css';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import { approvals, feeUnits, figures, prices, silences, weekdays } from './grant-values.js';

const businesses = [
  'education',
  'culture',
  'publicity',
  'service',
  'safeguarding',
  'participation',
  'construction' as const,
] as const;

/** The terms: period, decision, price, purposes, times and quota. */
export function TermFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('resource.grant.dayRequired') }];
  return (
    <>
      <div className="two-columns">
        <Form.Item name="from" label={t('resource.grant.from')} rules={required}>
          <DateInput />
        </Form.Item>
        <Form.Item name="until" label={t('resource.grant.until')} rules={required}>
          <DateInput />
        </Form.Item>
      </div>
      <DecisionFields />
      <PriceFields />
      <BoundFields />
    </>
  );
}

function BoundFields() {
  const { t } = useTranslation();
  return (
    <fieldset className="group">
      <legend>{t('grants.bounds')}</legend>
      <p className="hint">{t('grants.boundsHint')}</p>
      <Form.Item name="businesses" label={t('grants.businesses')}>
        <Checkbox.Group
          className="checks"
          options={businesses.map((value) => ({ value, label: t(`activity.business.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name={['times', 'weekdays']} label={t('grants.weekdays')}>
        <Checkbox.Group
          className="checks"
          options={weekdays.map((value) => ({ value, label: t(`grants.weekday.${value}`) }))}
        />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name={['times', 'from']} label={t('grants.timeFrom')}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name={['times', 'until']} label={t('grants.timeUntil')}>
          <Input type="time" />
        </Form.Item>
        <Figure
          name={['quota', 'hoursPerMonth']}
          max={figures.hoursPerMonth}
          label={t('grants.hoursPerMonth')}
        />
        <Figure
          name={['quota', 'loansPerMonth']}
          max={figures.loansPerMonth}
          label={t('grants.loansPerMonth')}
        />
        <Figure
          name={['quota', 'piecesPerMonth']}
          max={figures.piecesPerMonth}
          label={t('grants.piecesPerMonth')}
        />
      </div>
    </fieldset>
  );
}

function DecisionFields() {
  const { t } = useTranslation();
  const approval = Form.useWatch('approval') as string | undefined;
  return (
    <div className="two-columns">
      <Form.Item name="approval" label={t('resource.grant.approval')}>
        <Choice options={approvals.map((value) => ({ value, label: t(`resource.approval.${value}`) }))} />
      </Form.Item>
      {approval === 'custodian' && (
        <>
          <Figure
            name={['decideWithinHours']}
            max={figures.decideWithinHours}
            label={t('grants.decideWithinHours')}
          />
          <Form.Item name="onSilence" label={t('grants.onSilence')}>
            <Choice options={silences.map((value) => ({ value, label: t(`grants.silence.${value}`) }))} />
          </Form.Item>
        </>
      )}
    </div>
  );
}

function PriceFields() {
  const { t } = useTranslation();
  const kind = Form.useWatch(['price', 'kind']) as string | undefined;
  return (
    <>
      <div className="two-columns">
        <Form.Item name={['price', 'kind']} label={t('resource.grant.price')}>
          <Choice options={prices.map((value) => ({ value, label: t(`grants.priceIs.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name={['price', 'deposit']}
          label={t('grants.deposit')}
          extra={t('grants.depositHint')}
          rules={[moneyRule(t('grants.moneyFormat'), false)]}
        >
          <MoneyInput />
        </Form.Item>
      </div>
      {kind === 'fee' && <FeeFields />}
      {kind === 'costShare' && (
        <Form.Item
          name={['price', 'text']}
          label={t('resource.grant.priceText')}
          rules={[{ required: true, whitespace: true, message: t('resource.grant.priceTextRequired') }]}
        >
          <Input maxLength={500} placeholder={t('resource.grant.priceTextExample')} />
        </Form.Item>
      )}
    </>
  );
}

function FeeFields() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item
        name={['price', 'fee']}
        label={t('grants.fee')}
        rules={[moneyRule(t('grants.moneyFormat'), true)]}
      >
        <MoneyInput />
      </Form.Item>
      <Form.Item
        name={['price', 'per']}
        label={t('grants.per')}
        rules={[{ required: true, message: t('grants.perRequired') }]}
      >
        <Choice
          options={[
            { value: '' as const, label: t('resource.choose') },
            ...feeUnits.map((value) => ({ value, label: t(`grants.perIs.${value}`) })),
          ]}
        />
      </Form.Item>
    </div>
  );
}

interface FigureProps {
  readonly name: string[];
  readonly label: string;
  readonly max: number;
}

/** A whole number that may be left out. */
function Figure({ name, label, max }: FigureProps) {
  const { t } = useTranslation();
  const validator = (_rule: unknown, text: unknown): Promise<void> =>
    text === undefined || text === '' || wholeNumberOf(text, 1, max) !== null
      ? Promise.resolve()
      : Promise.reject(new Error(t('grants.figure', { max })));
  return (
    <Form.Item name={name} label={label} rules={[{ validator }]}>
      <Input inputMode="numeric" maxLength={4} />
    </Form.Item>
  );
}

function moneyRule(message: string, isRequired: boolean) {
  return {
    validator: (_rule: unknown, text: unknown): Promise<void> => {
      const typed = typeof text === 'string' ? text.trim() : '';
      const fen = fenOf(typed);
      const isFine = typed === '' ? !isRequired : fen !== null && fen !== '0';
      return isFine ? Promise.resolve() : Promise.reject(new Error(message));
    },
  };
}
