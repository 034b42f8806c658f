import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { fenOf, localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { MoneyInput } from '../../../kit/money-input.js';

/** Of which kind a household is, by the table of the day on which its matter was sent. */
export function HardshipKindFields({ sentAt }: { readonly sentAt: string }) {
  const { t } = useTranslation();
  const agrees = Form.useWatch<'yes' | 'no' | ''>('agrees');
  return (
    <>
      <Form.Item
        name="agrees"
        label={t('matterStep.agrees')}
        rules={[{ required: true, message: t('matterStep.agreesRequired') }]}
      >
        <Choice<string>
          options={[
            { value: '', label: t('common.choose') },
            { value: 'yes', label: t('matterStep.hardship.verdictYes') },
            { value: 'no', label: t('matterStep.hardship.verdictNo') },
          ]}
        />
      </Form.Item>
      {agrees === 'yes' && <OfKind on={localTimeOf(sentAt).slice(0, 10)} />}
    </>
  );
}

function OfKind({ on }: { readonly on: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useRead('hardshipKind', '/hardship-kinds', { on });
  const amount = {
    validator: (_rule: unknown, typed = ''): Promise<void> =>
      fenOf(typed) === null
        ? Promise.reject(new Error(t('matterStep.hardship.incomeRequired')))
        : Promise.resolve(),
  };
  return (
    <>
      {data?.items.length === 0 && (
        <p className="hint">
          {t('matterStep.hardship.none')} <Link to="/hardship-kinds">{t('matterStep.hardship.table')}</Link>
        </p>
      )}
      <Form.Item
        name="hardshipKindId"
        label={t('matterStep.hardship.kind')}
        rules={[{ required: true, message: t('matterStep.hardship.kindRequired') }]}
      >
        <Choice<string>
          options={[
            { value: '', label: t('common.choose') },
            ...(data?.items ?? []).map(({ id, label, incomeMax }) => ({
              value: id,
              label:
                incomeMax === null
                  ? label
                  : t('matterStep.hardship.upTo', { label, amount: format.money(incomeMax) }),
            })),
          ]}
        />
      </Form.Item>
      <Form.Item name="income" label={t('matterStep.hardship.income')} rules={[amount]}>
        <MoneyInput />
      </Form.Item>
    </>
  );
}
