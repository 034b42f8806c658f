import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../kit/copy-button.js';
import { saveFile } from '../../../kit/save-file.js';

interface NewCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Recovery codes, kept only in memory until the person says that they have them. */
export function NewCodes({ codes, onDone }: NewCodesProps) {
  const { t } = useTranslation();
  const text = codes.join('\n');
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      className="notice"
      title={t('credential.codesOnce')}
      description={
        <>
          <ul className="plain-list recovery-codes" aria-label={t('credential.codes')}>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <div className="actions">
            <CopyButton
              text={text}
              label={t('credential.codesCopy')}
              doneText={t('credential.copied')}
              failedText={t('credential.copyFailed')}
            />
            <Button onClick={() => saveFile(t('credential.codesFile'), new Blob([`${text}\n`]))}>
              {t('credential.codesSave')}
            </Button>
            <Button type="primary" onClick={onDone}>
              {t('credential.codesDone')}
            </Button>
          </div>
        </>
      }
    />
  );
}
