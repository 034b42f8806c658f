import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { formOf, type Grant, type GrantFormValues, termsOf } from './grant-values.js';
import { TermFields } from './term-fields.js';

/** Edits the terms of a right; whom it reaches stays. */
export function TermsForm({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const edit = useCommand('grant', 'patch', '/resources/{resourceId}/grants/{grantId}', {
    onStale: 'refuse',
  });
  const { resourceId, id: grantId, version } = grant;
  return (
    <CommandForm
      command={edit}
      input={(values: GrantFormValues) => {
        const body = termsOf(values);
        return body && { resourceId, grantId, version, body };
      }}
      submit={t('common.save')}
      refused={t('resource.notSaved')}
      onDone={() => void navigate(`/resources/${resourceId}`)}
      initialValues={formOf(grant)}
      className="card"
    >
      <TermFields />
    </CommandForm>
  );
}
