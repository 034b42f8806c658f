import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ApplicationFields } from './application-fields.js';
import { applicationOf, type ApplicationValues, valuesOf } from './application-form.js';
import type { Application } from './subsidy.model.js';

interface EditApplicationProps {
  readonly application: Application;
  readonly onDone: () => void;
}

/** Changes an application as long as the programme takes them. */
export function EditApplication({ application, onDone }: EditApplicationProps) {
  const { t } = useTranslation();
  const change = useCommand('subsidyApplication', 'put', '/subsidy-applications/{applicationId}', {
    onStale: 'refuse',
  });
  return (
    <CommandForm
      command={change}
      input={(values: ApplicationValues) => {
        const body = applicationOf(values);
        if (body === null) return null;
        return { applicationId: application.id, version: application.version, body };
      }}
      submit={t('subsidy.application.saveChanges')}
      refused={t('subsidy.refused')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={valuesOf(application)}
    >
      <ApplicationFields unionId={application.unionId} />
    </CommandForm>
  );
}
