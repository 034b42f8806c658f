import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { EmploymentField } from './employment-field.js';
import type { EmploymentKind, Member } from './member.model.js';

interface EmploymentValues {
  readonly employmentKind?: EmploymentKind;
}

/** The kind of employment of a member, as their union knows it. */
export function EmploymentForm({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const change = useCommand('member', 'patch', '/members/{memberId}', { onStale: 'refuse' });
  return (
    <FoldedAct title={t('member.employmentTitle')} hint={t('member.employmentHint')}>
      <CommandForm
        command={change}
        input={({ employmentKind }: EmploymentValues) => ({
          memberId: member.id,
          version: member.version,
          body: { employmentKind: employmentKind ?? null },
        })}
        submit={t('common.save')}
        done={null}
        refused={t('member.employmentRefused')}
        initialValues={member.employmentKind === null ? {} : { employmentKind: member.employmentKind }}
        actions={
          <span role="status" aria-live="polite">
            {change.isSuccess && t('member.employmentSaved')}
          </span>
        }
      >
        <EmploymentField />
      </CommandForm>
    </FoldedAct>
  );
}
