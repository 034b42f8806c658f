import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { ProgrammeFields } from './programme-fields.js';
import { programmeFields, type ProgrammeValues, programmeValuesOf, termsOf } from './programme-form.js';
import type { Programme } from './use-subsidies.js';
import { useChangeProgramme } from './use-subsidy-acts.js';

interface EditProgrammeProps {
  readonly programme: Programme;
  readonly onDone: () => void;
}

/** Writes a draft anew: once it is published nothing of it changes. */
export function EditProgramme({ programme, onDone }: EditProgrammeProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ProgrammeValues>();
  const change = useChangeProgramme(programme.id, programme.version);
  const submit = (values: ProgrammeValues): void => {
    const terms = termsOf(values);
    if (terms === null) return;
    change.mutate(terms, {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, programmeFields),
    });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={change.isPending}
      initialValues={programmeValuesOf(programme)}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <ProgrammeFields />
      {change.isError && (
        <Refusal title={t('subsidy.refused')} error={change.error} fields={programmeFields} />
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('subsidy.programme.create')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
