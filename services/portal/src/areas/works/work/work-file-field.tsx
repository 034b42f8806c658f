import './work.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FileField } from '../../../kit/file-field.js';
import type { FileFieldProps, UploadedFile } from '../../../kit/use-upload.js';
import { fileKindOf } from '../../../kit/media-kind.js';
import { type WorkFileKind, workFilesMax } from './work.model.js';

interface WorkFileFieldProps extends FileFieldProps {
  readonly kinds: readonly WorkFileKind[];
}

/** Which files the call takes, and what becomes of pictures. */
export function FilesHint({ kinds }: { readonly kinds: readonly WorkFileKind[] }) {
  const { t } = useTranslation();
  return (
    <>
      {t('works.filesHint', {
        kinds: kinds.map((kind) => t(`works.fileKind.${kind}`)).join(t('common.separator')),
      })}
      {kinds.includes('picture') && <div>{t('works.pictureHint')}</div>}
      {kinds.some((kind) => kind === 'video' || kind === 'audio') && <div>{t('works.recordingHint')}</div>}
    </>
  );
}

/** Takes one file of the kinds that the call takes. */
export function WorkFileField({ kinds, ...field }: WorkFileFieldProps) {
  const { t } = useTranslation();
  return <FileField {...field} kind={fileKindOf(kinds)} wrongType={t('works.fileWrongType')} />;
}

interface WorkFilesFieldProps {
  readonly id?: string;
  readonly value?: readonly UploadedFile[];
  readonly onChange?: (files: readonly UploadedFile[]) => void;
  readonly kinds: readonly WorkFileKind[];
}

/** Takes as many as a work may have; each is uploaded as soon as it is chosen. */
export function WorkFilesField({ id, value = [], onChange, kinds }: WorkFilesFieldProps) {
  const { t } = useTranslation();
  return (
    <>
      {value.length > 0 && (
        <ul className="chosen-files">
          {value.map((file) => (
            <li key={file.key}>
              <span>{file.name}</span>
              <Button
                aria-label={t('works.dropFileNamed', { name: file.name })}
                onClick={() => onChange?.(value.filter(({ key }) => key !== file.key))}
              >
                {t('works.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {value.length < workFilesMax && (
        <WorkFileField
          key={value.length}
          {...(id === undefined ? {} : { id })}
          kinds={kinds}
          onChange={(file) => file !== undefined && onChange?.([...value, file])}
        />
      )}
    </>
  );
}
