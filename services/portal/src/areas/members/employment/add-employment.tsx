import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';
import { type WorkingKind, workingKinds } from './employment.model.js';

interface EmploymentValues {
  readonly kind: WorkingKind;
  readonly enterpriseId?: NamedParty;
  readonly employerName?: string;
  readonly hostEnterpriseId?: NamedParty;
  readonly hostName?: string;
  readonly servedByUnionId?: NamedParty;
  readonly validFrom: string;
}

interface AddEmploymentProps {
  readonly memberId: string;
  readonly onClose: () => void;
}

export function AddEmployment({ memberId, onClose }: AddEmploymentProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EmploymentValues>();
  const isDispatched = Form.useWatch('kind', form) === 'dispatched';
  const employer = Form.useWatch('enterpriseId', form);
  const add = useCommand('employment', 'post', '/members/{memberId}/employments');
  return (
    <div className="nested">
      <h3>{t('employment.add')}</h3>
      <CommandForm
        name="employment"
        form={form}
        command={add}
        input={(values: EmploymentValues) => ({
          memberId,
          body: {
            kind: values.kind,
            enterpriseId: values.enterpriseId?.id ?? null,
            employerName: values.enterpriseId === undefined ? values.employerName?.trim() || null : null,
            ...(isDispatched ? hostOf(values) : {}),
            validFrom: values.validFrom,
          },
        })}
        submit={t('common.save')}
        refused={t('employment.refused')}
        onDone={onClose}
        onCancel={onClose}
        cancel={t('employment.close')}
      >
        <Form.Item
          name="kind"
          label={t('employment.kind')}
          rules={[{ required: true, message: t('employment.kindRequired') }]}
        >
          <Choice<WorkingKind>
            options={[
              { value: '', label: t('employment.kindRequired') },
              ...workingKinds.map((value) => ({ value, label: t(`employmentIs.${value}`) })),
            ]}
          />
        </Form.Item>
        <Form.Item
          name="enterpriseId"
          label={t(isDispatched ? 'employment.agency' : 'employment.employer')}
          extra={t('employment.employerHint')}
        >
          <PickedParty label={t('employment.findEmployer')} kinds={['enterprise']} />
        </Form.Item>
        {employer === undefined && (
          <Form.Item
            name="employerName"
            label={t('employment.employerName')}
            rules={[{ required: true, whitespace: true, message: t('employment.employerRequired') }]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        )}
        {isDispatched && <HostFields />}
        <Form.Item
          name="validFrom"
          label={t('employment.from')}
          rules={[{ required: true, message: t('employment.fromRequired') }]}
        >
          <DateInput />
        </Form.Item>
      </CommandForm>
    </div>
  );
}

/** Where somebody works who is dispatched, and which union serves them there. */
function HostFields() {
  const { t } = useTranslation();
  const host = Form.useWatch('hostEnterpriseId', Form.useFormInstance<EmploymentValues>()) as
    NamedParty | undefined;
  return (
    <>
      <Form.Item name="hostEnterpriseId" label={t('employment.host')} extra={t('employment.hostHint')}>
        <PickedParty label={t('employment.findEmployer')} kinds={['enterprise']} />
      </Form.Item>
      {host === undefined && (
        <Form.Item name="hostName" label={t('employment.hostName')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item
        name="servedByUnionId"
        label={t('employment.servingUnion')}
        extra={t('employment.servingUnionHint')}
      >
        <PickedParty label={t('employment.findUnion')} kinds={['union']} />
      </Form.Item>
    </>
  );
}

function hostOf({ hostEnterpriseId, hostName, servedByUnionId }: EmploymentValues) {
  return {
    hostEnterpriseId: hostEnterpriseId?.id ?? null,
    hostName: hostEnterpriseId === undefined ? hostName?.trim() || null : null,
    servedByUnionId: servedByUnionId?.id ?? null,
  };
}
