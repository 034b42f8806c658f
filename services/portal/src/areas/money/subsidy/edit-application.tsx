import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { ApplicationFields } from './application-fields.js';
import { applicationFields, applicationOf, type ApplicationValues, valuesOf } from './application-form.js';
import type { Application } from './use-subsidies.js';
import { useChangeApplication } from './use-subsidy-acts.js';

interface EditApplicationProps {
  readonly application: Application;
  readonly onDone: () => void;
}

/** Puts an application right, as long as the programme takes them. */
export function EditApplication({ application, onDone }: EditApplicationProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ApplicationValues>();
  const change = useChangeApplication(application.id, application.version);
  const submit = (values: ApplicationValues): void => {
    const terms = applicationOf(values);
    if (terms === null) return;
    change.mutate(terms, {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, applicationFields),
    });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={valuesOf(application)}
      disabled={change.isPending}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <ApplicationFields unionId={application.unionId} />
      {change.isError && (
        <Refusal title={t('subsidy.refused')} error={change.error} fields={applicationFields} />
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('subsidy.application.saveChanges')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
