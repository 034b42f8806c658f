import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';

interface ListFileButtonsProps {
  readonly activityId: string;
  readonly list: 'registrations' | 'attendance' | 'answers' | 'coupons';
  /** The filters of the page. */
  readonly filter?: Readonly<Record<string, string>>;
  /** Name of the list where the page has several. */
  readonly what?: string;
}

const formats = ['xlsx', 'csv'] as const;
const names = { xlsx: 'Excel', csv: 'CSV' } as const;

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
      {formats.map((format) => (
        <Button
          key={format}
          loading={fetchFile.isPending && fetchFile.variables === format}
          onClick={() => fetchFile.mutate(format)}
        >
          {[what, t('registrations.exportAs', { format: names[format] })].filter(Boolean).join(' ')}
        </Button>
      ))}
      {fetchFile.isError && <Refusal title={t('common.exportFailed')} error={fetchFile.error} />}
    </>
  );
}
