import { DownloadMenu } from '../../../kit/download-menu.js';

interface ListFileButtonsProps {
  readonly activityId: string;
  readonly list: 'registrations' | 'attendance' | 'answers' | 'coupons';
  /** The filters of the page. */
  readonly filter?: Readonly<Record<string, string>>;
  /** What the menu says where “export” alone could be taken for another list. */
  readonly what?: string;
}

/** The export of a list of an activity. */
export function ListFileButtons({ activityId, list, filter = {}, what }: ListFileButtonsProps) {
  return (
    <DownloadMenu
      label={what}
      addressOf={(format) =>
        `/api/v1/activities/${activityId}/lists/${list}?${new URLSearchParams({ ...filter, format })}`
      }
      fileName={list}
    />
  );
}
