import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { PartyField } from '../../../session/party-field.js';
import { type ProgrammeValues, startValues, termsOf } from './programme-form.js';
import { ProgrammeFields } from './programme-fields.js';

/** A new programme, a draft until it is opened. */
export function NewProgrammeForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCommand('subsidyProgramme', 'post', '/subsidy-programmes');
  return (
    <CommandForm
      command={create}
      input={(values: ProgrammeValues) => {
        const terms = termsOf(values);
        if (terms === null || values.unionId === undefined) return null;
        return { body: { ...terms, unionId: values.unionId.id } };
      }}
      submit={t('subsidy.programme.create')}
      refused={t('subsidy.refused')}
      onDone={({ id }) => void navigate(`/subsidy-programmes/${id}`)}
      initialValues={startValues}
      className="card"
    >
      <Form.Item
        name="unionId"
        label={t('subsidy.giver')}
        rules={[{ required: true, message: t('subsidy.required') }]}
      >
        <PartyField only="union" />
      </Form.Item>
      <ProgrammeFields />
    </CommandForm>
  );
}
