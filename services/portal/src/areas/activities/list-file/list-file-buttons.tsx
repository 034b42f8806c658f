import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { MenuFold } from '../../../kit/menu-fold.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';

interface ListFileButtonsProps {
  readonly activityId: string;
  readonly list: 'registrations' | 'attendance' | 'answers' | 'coupons';
  /** The filters of the page. */
  readonly filter?: Readonly<Record<string, string>>;
  /** What the menu says where “export” alone could be taken for another list. */
  readonly what?: string;
}

const formats = ['xlsx', 'csv'] as const;

/** Saves a list as a file, which the platform makes of what the reader may see. */
export function ListFileButtons({ activityId, list, filter = {}, what }: ListFileButtonsProps) {
  const { t } = useTranslation();
  const fetchFile = useMutation({
    mutationFn: (format: string) =>
      download(
        `/api/v1/activities/${activityId}/lists/${list}?${new URLSearchParams({ ...filter, format })}`,
      ),
    onSuccess: ({ content, name }, format) => saveFile(name ?? `${list}.${format}`, content),
  });
  return (
    <>
      <MenuFold label={what ?? t('common.export')}>
        {formats.map((format) => (
          <Button
            key={format}
            loading={fetchFile.isPending && fetchFile.variables === format}
            onClick={() => fetchFile.mutate(format)}
          >
            {t(`common.exportAs.${format}`)}
          </Button>
        ))}
      </MenuFold>
      {fetchFile.isError && <Refusal title={t('common.exportFailed')} error={fetchFile.error} />}
    </>
  );
}
