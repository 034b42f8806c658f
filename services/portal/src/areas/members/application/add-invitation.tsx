import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';

interface Values {
  readonly unionId: string;
  readonly lastDay: string;
  readonly usesMax: string;
  readonly note?: string;
}

const days = 30;

/** A new link by which people join a union at once. */
export function AddInvitation({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const create = useCommand('joinInvitation', 'post', '/invitations');
  const [own] = unionIdsOf('officer');
  const lastDay = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return (
    <section className="card" aria-label={t('invitation.add')}>
      <CommandForm
        command={create}
        input={({ unionId, lastDay: day, usesMax, note }: Values) => ({
          body: {
            unionId,
            expiresAt: `${day}T23:59:59+08:00`,
            usesMax: Number(usesMax),
            note: note?.trim() || null,
          },
        })}
        submit={t('invitation.create')}
        refused={t('invitation.notMade')}
        initialValues={{ usesMax: '50', lastDay, ...(own === undefined ? {} : { unionId: own }) }}
        onDone={onDone}
        onCancel={onDone}
      >
        <Form.Item
          name="unionId"
          label={t('invitation.union')}
          rules={[{ required: true, message: t('invitation.unionRequired') }]}
        >
          <UnionPicker none={t('invitation.unionRequired')} roles={['officer']} />
        </Form.Item>
        <div className="two-columns">
          <Form.Item
            name="usesMax"
            label={t('invitation.usesMax')}
            rules={[{ required: true, pattern: /^[1-9]\d{0,3}$/, message: t('invitation.usesMaxRequired') }]}
          >
            <Input inputMode="numeric" maxLength={4} />
          </Form.Item>
          <Form.Item
            name="lastDay"
            label={t('invitation.lastDay')}
            extra={t('invitation.lastDayHint')}
            rules={[{ required: true, message: t('invitation.lastDayRequired') }]}
          >
            <DateInput />
          </Form.Item>
        </div>
        <Form.Item name="note" label={t('invitation.note')} extra={t('invitation.noteHint')}>
          <Input maxLength={100} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
