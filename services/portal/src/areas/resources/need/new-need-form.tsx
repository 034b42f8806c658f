import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { fenOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { PartyField } from '../../../session/party-field.js';
import { NeedFields } from './need-fields.js';
import { emptyNeed, type NeedForm, postOf } from './need-form.js';

/** A new need: whose, what, when, for how many and at what price. */
export function NewNeedForm() {
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
      initialValues={emptyNeed}
      draft="need.new"
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
  return (
    <div className="two-columns">
      <Form.Item name="district" label={t('resource.district')} extra={t('need.form.districtHint')}>
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
