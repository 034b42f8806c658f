import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import type { FoundingStatus } from '../../members/founding/founding.model.js';
import { WholeField } from './enterprise-step.js';
import { type PlanForm, planOf, wholeOf } from './found.model.js';
import { followForm, PlanFields } from './plan-fields.js';

interface RefileFormProps {
  readonly status: FoundingStatus;
  readonly onChange: (status: FoundingStatus) => void;
}

type Values = PlanForm & { readonly employees: string };

/** A filing that was returned, as it was; each candidate is declared anew. */
export function RefileForm({ status, onChange }: RefileFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refile = useCommand('unionFounding', 'post', '/union-foundings/refile');
  const { number, ticket, sector, revenueWan, assetsWan } = status;
  return (
    <section aria-labelledby="refile-title">
      <h2 id="refile-title">{t('found.refileTitle')}</h2>
      <CommandForm
        form={form}
        command={refile}
        input={() => {
          const typed = form.getFieldsValue(true) as Values;
          const employees = wholeOf(typed.employees) ?? 0;
          return {
            body: { number, ticket, employees, sector, revenueWan, assetsWan, ...planOf(typed) },
          };
        }}
        submit={t('found.refile')}
        refused={t('found.notDone')}
        onDone={onChange}
        onChange={(all, changed) => followForm(form as never, changed, all)}
        initialValues={{
          employees: String(status.employees),
          plannedMembers: String(status.plannedMembers),
          womenMembers: String(status.womenMembers),
          form: status.form,
          candidates: status.candidates.map(({ name, office }) => ({ name, office })),
        }}
      >
        <WholeField name="employees" label={t('found.employees')} required={t('found.employeesRequired')} />
        <PlanFields form={form as never} />
      </CommandForm>
    </section>
  );
}
