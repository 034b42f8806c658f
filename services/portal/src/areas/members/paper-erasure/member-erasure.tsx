import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { TextArea } from '../../../kit/input.js';
import { type PaperErasure, paperKinds } from './paper-erasure.model.js';

interface Values {
  readonly paperKind: PaperErasure['paperKind'];
  readonly paperDate: string;
  readonly note?: string;
}

/** On the page of a member: a request on paper to erase their data is filed. No draft is kept of what is said about them. */
export function MemberErasure({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const [filed, setFiled] = useState<PaperErasure>();
  return (
    <FoldedAct title={t('paperErasure.file.title')} hint={t('paperErasure.file.hint')}>
      {filed === undefined ? (
        <FileForm memberId={memberId} onDone={setFiled} />
      ) : (
        <p role="status">
          {t('paperErasure.file.done')}{' '}
          <Link to={`/paper-erasures/${filed.id}`}>{t('paperErasure.file.see')}</Link>
        </p>
      )}
    </FoldedAct>
  );
}

interface FileFormProps {
  readonly memberId: string;
  readonly onDone: (filed: PaperErasure) => void;
}

function FileForm({ memberId, onDone }: FileFormProps) {
  const { t } = useTranslation();
  const file = useCommand('paperErasure', 'post', '/paper-erasures');
  return (
    <CommandForm
      name="paper-erasure"
      command={file}
      input={({ paperKind, paperDate, note }: Values) => ({
        body: { memberId, paperKind, paperDate, note: note?.trim() || null },
      })}
      submit={t('paperErasure.file.submit')}
      refused={t('paperErasure.file.refused')}
      done={null}
      onDone={onDone}
      secondary
    >
      <Form.Item
        name="paperKind"
        label={t('paperErasure.kind')}
        rules={[{ required: true, message: t('paperErasure.file.kindRequired') }]}
      >
        <Choice<PaperErasure['paperKind']>
          options={[
            { value: '', label: t('paperErasure.file.kindRequired') },
            ...paperKinds.map((value) => ({ value, label: t(`paperErasure.kinds.${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="paperDate"
        label={t('paperErasure.paperDate')}
        rules={[{ required: true, message: t('paperErasure.file.dateRequired') }]}
      >
        <DateInput />
      </Form.Item>
      <Form.Item name="note" label={t('paperErasure.note')} extra={t('paperErasure.file.noteHint')}>
        <TextArea rows={2} maxLength={200} />
      </Form.Item>
    </CommandForm>
  );
}
