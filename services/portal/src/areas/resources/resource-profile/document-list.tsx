import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { download } from '../../../api/download.js';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';
import { megabytesOf } from '../../../kit/upload.model.js';
import type { Document, Documents } from './use-profile.js';

interface DocumentListProps {
  readonly resourceId: string;
  readonly documents: Documents;
}

/** The documents, whether the reader may download them now, and the activities that used them. */
export function DocumentList({ resourceId, documents }: DocumentListProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { items, mayDownload, accessUntil, usedIn } = documents;
  if (items.length === 0) return <p>{t('profile.documents.none')}</p>;
  return (
    <>
      <p>
        {accessUntil !== null
          ? t('profile.documents.until', { time: instant(accessUntil) })
          : t(mayDownload ? 'profile.documents.own' : 'profile.documents.withLoan')}
      </p>
      <ul className="plain-list lines">
        {items.map((document) => (
          <li key={document.id}>
            <DocumentLine resourceId={resourceId} document={document} mayDownload={mayDownload} />
          </li>
        ))}
      </ul>
      {usedIn.length > 0 && (
        <>
          <h3>{t('profile.documents.usedIn')}</h3>
          <ul className="plain-list">
            {usedIn.map(({ activityId, title }) => (
              <li key={activityId}>
                <Link to={`/activities/${activityId}`} className="text-link">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface DocumentLineProps {
  readonly resourceId: string;
  readonly document: Document;
  readonly mayDownload: boolean;
}

function DocumentLine({ resourceId, document, mayDownload }: DocumentLineProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const queryClient = useQueryClient();
  const { id, title, kind, size, downloads, fileName } = document;
  const fetchFile = useMutation({
    mutationFn: () => download(`/api/v1/resources/${resourceId}/documents/${id}/file`),
    onSuccess: async ({ content, name }) => {
      saveFile(name ?? fileName, content);
      await queryClient.invalidateQueries({
        queryKey: readOf('resource', '/resources/{resourceId}/documents', { resourceId }).queryKey,
      });
    },
  });
  const about = t('profile.documents.about', {
    kind: kind.toUpperCase(),
    size: number(megabytesOf(size)),
    count: downloads,
  });
  return (
    <>
      <p>
        <strong>{title}</strong> <span className="hint">{about}</span>
      </p>
      {mayDownload && (
        <Button className="wraps" loading={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
          {t('profile.documents.download', { title })}
        </Button>
      )}
      {fetchFile.isError && <Refusal title={t('profile.documents.notDownloaded')} error={fetchFile.error} />}
    </>
  );
}
