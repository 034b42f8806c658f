import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command.js';
import { Choice } from '../../kit/choice.js';
import { CommandForm } from '../../kit/command-form.js';
import { type Bulletin, type BulletinCommenting, bulletinCommentings } from './bulletin.model.js';

/** Whether members comment on it, which its officers change at any time. */
export function CommentingFold({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const { id: bulletinId, version, commenting } = bulletin;
  const set = useCommand('bulletin', 'put', '/bulletins/{bulletinId}/commenting');
  return (
    <details className="card">
      <summary>{t(`bulletin.commenting.${commenting}`)}</summary>
      <CommandForm
        key={version}
        name="commenting"
        command={set}
        input={(body: { readonly commenting: BulletinCommenting }) => ({ bulletinId, version, body })}
        submit={t('bulletin.saveCommenting')}
        refused={t('bulletin.notSaved')}
        initialValues={{ commenting }}
        secondary
      >
        <CommentingField />
      </CommandForm>
    </details>
  );
}

export function CommentingField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="commenting" label={t('bulletin.commentingLabel')}>
      <Choice<BulletinCommenting>
        options={bulletinCommentings.map((value) => ({ value, label: t(`bulletin.commenting.${value}`) }))}
      />
    </Form.Item>
  );
}
