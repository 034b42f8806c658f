import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { usePages } from '../api/use-read.js';
import { EmptyState, ErrorState, LoadingState } from './states.js';

interface PagedListProps<Item> {
  readonly list: Omit<ReturnType<typeof usePages<Item>>, 'count' | 'fetchPage' | 'queryKey'>;
  /** What there is to say and to do where the list is empty. */
  readonly empty: { readonly text: string; readonly action?: ReactNode };
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A list with all that may become of it: on its way, failed, empty, more to come. What is there stays when more fails. */
export function PagedList<Item>({ list, empty, children }: PagedListProps<Item>) {
  const { t } = useTranslation();
  const { items, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = list;
  if (items === undefined) {
    return error === null ? (
      <LoadingState rows={6} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  }
  if (items.length === 0 && !hasNextPage) return <EmptyState text={empty.text}>{empty.action}</EmptyState>;
  const again = (): void => void (hasNextPage ? fetchNextPage() : refetch());
  return (
    <div aria-busy={list.isPlaceholderData}>
      {children(items)}
      {error !== null && <ErrorState error={error} onRetry={again} />}
      {error === null && hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.loadMore')}
        </Button>
      )}
    </div>
  );
}
