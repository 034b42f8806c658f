export type PictureWidth = '320' | '800' | '1600';

/** The public address of a picture of a published activity. */
export function pictureAddress(activityId: string, pictureId: string, width: PictureWidth): string {
  return `/api/v1/public/activities/${activityId}/pictures/${pictureId}/${width}`;
}

/** As `srcset` has it. */
export function widthOf(width: PictureWidth): string {
  return `${width}w`;
}
