/**
 * How soon a notice has to be known. `now`: somebody waits, and the time runs. `soon`: something is to be done, or has
 * changed. `whenever`: news.
 */
export const noticeUrgencies = ['now', 'soon', 'whenever'] as const;
export type NoticeUrgency = (typeof noticeUrgencies)[number];

export interface NoticeWords {
  readonly title: string;
  /** In the format of ICU messages. A line that needs a value which the notice does not have is left out. */
  readonly lines: readonly string[];
}

/** What is said of a kind of notice, in both languages, and where it leads. */
export interface NoticeRule {
  readonly urgency: NoticeUrgency;
  /** The page of the portal, with ids of what it is about in braces. */
  readonly link: string;
  readonly zh: NoticeWords;
  readonly en: NoticeWords;
}
