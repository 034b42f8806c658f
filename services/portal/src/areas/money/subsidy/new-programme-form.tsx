import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { PartyField } from '../../../session/party-field.js';
import { programmeFields, type ProgrammeValues, startValues, termsOf } from './programme-form.js';
import { ProgrammeFields } from './programme-fields.js';
import { useCreateProgramme } from './use-subsidy-acts.js';

/** What is given, to whom, and on which conditions; a draft until it is opened. */
export function NewProgrammeForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<ProgrammeValues>();
  const create = useCreateProgramme();
  const submit = (values: ProgrammeValues): void => {
    const terms = termsOf(values);
    if (terms === null || values.unionId === undefined) return;
    create.mutate(
      { ...terms, unionId: values.unionId.id },
      {
        onSuccess: ({ id }) => void navigate(`/subsidy-programmes/${id}`),
        onError: (error) => showErrors(form, error, programmeFields),
      },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={create.isPending}
      initialValues={startValues}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Form.Item
        name="unionId"
        label={t('subsidy.giver')}
        rules={[{ required: true, message: t('subsidy.required') }]}
      >
        <PartyField only="union" />
      </Form.Item>
      <ProgrammeFields />
      {create.isError && (
        <Refusal title={t('subsidy.refused')} error={create.error} fields={programmeFields} />
      )}
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        {t('subsidy.programme.create')}
      </Button>
    </Form>
  );
}
