import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../api/download.js';
import type { Handover } from './handover-desk.js';

interface HandoverPictureProps {
  readonly handover: Handover;
  readonly picture: Handover['pictures'][number];
}

/** It is for the two sides alone, so that it is brought in the name of who is signed in, which an address alone could not. */
export function HandoverPicture({ handover, picture }: HandoverPictureProps) {
  const { t } = useTranslation();
  const path = `/api/v1/loans/${handover.loanId}/handovers/${handover.id}/pictures/${picture.id}/800`;
  const { data } = useQuery({
    queryKey: ['handoverPicture', picture.id],
    queryFn: async () => (await download(path)).content,
    staleTime: Infinity,
  });
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    if (data === undefined) return undefined;
    const address = URL.createObjectURL(data);
    setSrc(address);
    return () => URL.revokeObjectURL(address);
  }, [data]);
  return (
    <img
      {...(src === undefined ? {} : { src })}
      alt={t('handover.picture')}
      width={picture.width}
      height={picture.height}
      decoding="async"
    />
  );
}
