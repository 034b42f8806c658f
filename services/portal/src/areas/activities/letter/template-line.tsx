import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { FileButtons } from './file-buttons.js';
import type { LetterTemplate } from './letter.model.js';

export function TemplateLine({ template }: { readonly template: LetterTemplate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, name, kind, pages, createdAt, warnings, placeholders } = template;
  const labelOf = (text: string) => ({ text, spoken: t('letter.sampleOf', { format: text, name }) });
  return (
    <li className="card">
      <h2>{name}</h2>
      <p className="tags">
        <span className="tag is-kind">{t(`letter.kind.${kind}`)}</span>
      </p>
      <p className="hint">
        {t('letter.pages', { count: pages })} · {t('letter.madeAt', { time: format.instant(createdAt) })}
      </p>
      <p className="letter-placeholders">{placeholders.map((one) => `{${one}}`).join(' ')}</p>
      {warnings.length > 0 && <Warnings warnings={warnings} />}
      <div className="actions">
        <FileButtons
          path={`/api/v1/letter-templates/${id}/sample`}
          name={name}
          labels={{ pdf: labelOf(t('letter.samplePdf')), docx: labelOf(t('letter.sampleDocx')) }}
        />
        {template.retiredAt === null ? <Retire template={template} /> : <Restore template={template} />}
      </div>
    </li>
  );
}

function Warnings({ warnings }: Pick<LetterTemplate, 'warnings'>) {
  const { t } = useTranslation();
  const list = (
    <ul>
      {warnings.map((warning) => (
        <li key={warning}>{t(`letter.warning.${warning}`)}</li>
      ))}
    </ul>
  );
  return <Alert type="warning" showIcon className="notice" title={t('letter.warnings')} description={list} />;
}

function Retire({ template }: { readonly template: LetterTemplate }) {
  const { t } = useTranslation();
  const retire = useCommand('letterTemplate', 'delete', '/letter-templates/{templateId}');
  const { id: templateId, name } = template;
  return (
    <>
      <ConfirmButton
        danger
        loading={retire.isPending}
        question={t('letter.retireQuestion', { name })}
        confirmText={t('letter.retireYes')}
        aria-label={t('letter.retireOf', { name })}
        onConfirm={() => retire.mutate({ templateId })}
      >
        {t('letter.retire')}
      </ConfirmButton>
      {retire.isError && <Refusal title={t('letter.notChanged')} error={retire.error} />}
    </>
  );
}

function Restore({ template }: { readonly template: LetterTemplate }) {
  const { t } = useTranslation();
  const restore = useCommand('letterTemplate', 'post', '/letter-templates/{templateId}/restore');
  return (
    <>
      <Button
        loading={restore.isPending}
        aria-label={t('letter.restoreOf', { name: template.name })}
        onClick={() => restore.mutate({ templateId: template.id })}
      >
        {t('letter.restore')}
      </Button>
      {restore.isError && <Refusal title={t('letter.notChanged')} error={restore.error} />}
    </>
  );
}
