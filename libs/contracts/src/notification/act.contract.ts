import { query } from '../core/contract.js';
import { Instant, OneOf, Text, TextList, Uuid, Whole } from '../core/fields.js';
import { type LinkActKind, linkActKinds } from './link-acts.js';

export class ActByLink {
  @Text({ max: 500, description: 'From the message' }) token: string;
}

/** What a link in a message would do. */
export class ActView {
  @Text({ max: 100, description: 'What it is, in the reader’s language' }) heading: string;
  @Text({ max: 1_000, nullable: true, description: 'What it is about' }) title: string | null;
  @TextList({ max: 10, description: 'What there is to say, in the reader’s language' }) lines: string[];
  @Text({ max: 100, description: 'What it does' }) act: string;
  @Text({ max: 300, description: 'The page of the portal where it is done as well, by whoever signs in' })
  link: string;
  @Instant({ nullable: true, description: 'Until when it can be done' }) dueAt: string | null;
}

/** Whose link it is, and what it is about. */
export class OpenedAct {
  @Uuid() personId: string;
  @OneOf(linkActKinds) kind: LinkActKind;
  @Uuid() thingId: string;
  /** The version of it that its person was told of; null where it is their own and no version is asked for. */
  @Whole({ min: 1, nullable: true }) version: number | null;
}

export const actContract = {
  show: query('notification.act.show', ActByLink, ActView, {
    http: 'GET acts/:token',
    tag: 'public',
    summary: 'Shows what the link in a message would do for whoever it was sent to; changes nothing',
    public: true,
  }),
  open: query('notification.act.open', ActByLink, OpenedAct),
};
