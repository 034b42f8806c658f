import { Form } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { fenOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { PartyField } from '../../../session/party-field.js';
import { useUnionOf } from './use-need.js';
import { NeedFields } from './need-fields.js';
import { districtIn, emptyNeed, type NeedForm, postOf } from './need-form.js';

interface NewNeedFormProps {
  /** What is filled in already. */
  readonly initial?: NeedForm;
  readonly draft?: string;
}

/** A new need: whose, what, when, for how many and at what price. */
export function NewNeedForm({ initial = emptyNeed, draft = 'need.new' }: NewNeedFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const post = useCommand('need', 'post', '/needs');
  return (
    <CommandForm
      command={post}
      input={(values: NeedForm) => {
        const body = postOf(values);
        return body && { body };
      }}
      submit={t('need.form.submit')}
      refused={t('need.notSaved')}
      onDone={({ id }) => void navigate(`/needs/${id}`, { replace: true })}
      initialValues={initial}
      draft={draft}
      className="card"
    >
      <Form.Item
        name="party"
        label={t('need.form.party')}
        rules={[{ required: true, message: t('need.form.partyRequired') }]}
      >
        <PartyField />
      </Form.Item>
      <NeedFields more={<WhereAndBudget />} />
    </CommandForm>
  );
}

function WhereAndBudget() {
  const { t } = useTranslation();
  useOwnDistrict();
  return (
    <div className="two-columns">
      <Form.Item name="district" label={t('need.form.district')} extra={t('need.form.districtHint')}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item
        name="budget"
        label={t('need.form.budget')}
        rules={[
          {
            validator: (_rule, text: string | undefined) =>
              !text || fenOf(text) !== null
                ? Promise.resolve()
                : Promise.reject(new Error(t('need.form.budgetInvalid'))),
          },
        ]}
      >
        <MoneyInput />
      </Form.Item>
    </div>
  );
}

/** Where the union is, as a rule it seeks something; what was typed stays. */
function useOwnDistrict(): void {
  const form = Form.useFormInstance<NeedForm>();
  const address = useUnionOf(Form.useWatch('party', form))?.place?.address;
  const district = !address ? undefined : districtIn(address);
  useEffect(() => {
    if (district !== undefined && !form.isFieldTouched('district') && !form.getFieldValue('district'))
      form.setFieldValue('district', district);
  }, [district, form]);
}
