import '../../../kit/styles/checks.css';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { type WorkLine, workLines as allWorkLines } from './work-lines.js';

interface Values {
  readonly acceptsDirectMembers: boolean;
  readonly workLines: WorkLine[];
  readonly workingDays?: string;
}

/** Whether people join this union itself; at the root also how many working days all have to decide. */
export function JoiningPolicy({ unionId, isRoot }: { readonly unionId: string; readonly isRoot: boolean }) {
  const { t } = useTranslation();
  const mayChange = useReaches(unionId, ['officer', 'operator']);
  const { data: policy } = useRead(
    'joiningPolicy',
    '/unions/{unionId}/joining-policy',
    mayChange ? { unionId } : undefined,
  );
  const change = useCommand('joiningPolicy', 'put', '/unions/{unionId}/joining-policy', {
    onStale: 'refuse',
  });
  if (policy === undefined) return null;
  const { version, acceptsDirectMembers, workingDays, workLines } = policy;
  return (
    <section className="card" aria-labelledby="joining-title">
      <h2 id="joining-title">{t('joiningPolicy.title')}</h2>
      <p className="hint">{t('joiningPolicy.hint', { days: workingDays })}</p>
      <CommandForm
        key={version}
        name="joining-policy"
        command={change}
        input={({ acceptsDirectMembers: accepts, workingDays: days, workLines: lines }: Values) => ({
          unionId,
          version,
          body: {
            acceptsDirectMembers: accepts,
            workingDays: isRoot && days ? Number(days) : null,
            workLines: lines,
          },
        })}
        submit={t('common.save')}
        refused={t('joiningPolicy.refused')}
        secondary
        initialValues={{ acceptsDirectMembers, workLines, workingDays: String(workingDays) }}
      >
        <Form.Item name="acceptsDirectMembers" valuePropName="checked">
          <Checkbox>{t('joiningPolicy.accepts')}</Checkbox>
        </Form.Item>
        <Form.Item
          name="workLines"
          label={t('joiningPolicy.workLines')}
          extra={t('joiningPolicy.workLinesHint')}
        >
          <Checkbox.Group
            className="checks"
            options={allWorkLines.map((value) => ({ value, label: t(`workLine.${value}`) }))}
          />
        </Form.Item>
        {isRoot && (
          <Form.Item
            name="workingDays"
            label={t('joiningPolicy.days')}
            extra={t('joiningPolicy.daysHint')}
            rules={[
              { required: true, pattern: /^([1-9]|[12]\d|30)$/, message: t('joiningPolicy.daysRequired') },
            ]}
          >
            <Input inputMode="numeric" maxLength={2} />
          </Form.Item>
        )}
      </CommandForm>
    </section>
  );
}
