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
  /** The page of the portal, with ids of what it is about in braces; the inbox where it is about nothing of the kind. */
  readonly link: string;
  readonly zh: NoticeWords;
  readonly en: NoticeWords;
  /** What the reader has to do, where it waits for them: it then stands among what waits until it is done. */
  readonly act?: { readonly zh: string; readonly en: string };
  /** It goes to thousands at once, so it leaves the platform after what is for few. */
  readonly forMany?: true;
  /**
   * It goes to every address of theirs, and nobody can refuse it. `byDay`: the law wants everybody to learn of it, and
   * nobody is woken. `atOnce`: somebody else may be getting into their account, and does not wait for the morning.
   */
  readonly always?: 'atOnce' | 'byDay';
  /** Its service reminds of the deadline itself, as it has more to say than that it is near. */
  readonly remindsItself?: true;
}

/** What is put before the heading of a notice that reminds of a deadline. */
export const deadlineWords = {
  near: { zh: '快到期', en: 'Due soon' },
  passed: { zh: '已过期限', en: 'Overdue' },
} as const;
export type DeadlineWord = keyof typeof deadlineWords;
