import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fenOf } from '../../../i18n/format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import { PartyField } from '../../../session/party-field.js';
import { NeedFields } from './need-fields.js';
import { emptyNeed, needFields, type NeedForm, postOf } from './need-form.js';
import { usePostNeed } from './use-need.js';
import { Input } from '../../../kit/input.js';

/** Who needs what, when, for how many and at what price. */
export function NewNeedForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<NeedForm>();
  const draft = useDraft<NeedForm>('need.new');
  const post = usePostNeed();
  const submit = (values: NeedForm): void => {
    const body = postOf(values);
    if (body === null) return;
    post.mutate(body, {
      onSuccess: ({ id }) => {
        draft.drop();
        void navigate(`/needs/${id}`, { replace: true });
      },
      onError: (error) => showErrors(form, error, needFields),
    });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={post.isPending}
      initialValues={{ ...emptyNeed, ...draft.initial }}
      onValuesChange={draft.keep}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Form.Item
        name="party"
        label={t('need.form.party')}
        rules={[{ required: true, message: t('need.form.partyRequired') }]}
      >
        <PartyField />
      </Form.Item>
      <NeedFields more={<WhereAndBudget />} />
      {post.isError && <Refusal title={t('need.notSaved')} error={post.error} fields={needFields} />}
      <Button type="primary" htmlType="submit" loading={post.isPending}>
        {t('need.form.submit')}
      </Button>
    </Form>
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
