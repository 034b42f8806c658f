import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command.js';
import { ConfirmButton } from '../../kit/confirm-button.js';
import { Refusal } from '../../kit/states.js';
import type { RecordLine } from './record.model.js';

interface SharingButtonProps {
  readonly record: Pick<RecordLine, 'id' | 'version' | 'title' | 'shared'>;
}

/** Lets others find a record, or does not any more. It says who will see what before it is agreed to. */
export function SharingButton({ record: { id: recordId, version, title, shared } }: SharingButtonProps) {
  const { t } = useTranslation();
  const share = useCommand('personRecord', 'put', '/records/{recordId}/sharing');
  const text = t(shared ? 'personRecord.unshare' : 'personRecord.share');
  return (
    <>
      {share.isError && <Refusal title={t('personRecord.notShared')} error={share.error} />}
      <ConfirmButton
        loading={share.isPending}
        aria-label={t(shared ? 'personRecord.unshareNamed' : 'personRecord.shareNamed', { title })}
        question={t(shared ? 'personRecord.unshareQuestion' : 'personRecord.shareQuestion', { title })}
        confirmText={text}
        onConfirm={() => share.mutate({ recordId, version, body: { shared: !shared } })}
      >
        {text}
      </ConfirmButton>
    </>
  );
}
