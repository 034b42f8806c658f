import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/notice.js';

export const texts: Same<typeof chinese> = {
  notice: {
    settings: 'Notification settings',
    none: 'No notices yet. Changes to your sign-ups, reminders and messages from organisers will appear here.',
    noneUnread: 'No unread notices.',
    show: 'Show',
    topicLabel: 'Topic',
    topic: {
      all: 'All topics',
      activities: 'Activities and seats',
      affairs: 'Services, bulletins and tasks',
      lending: 'Loans and needs',
      money: 'Money',
      evaluation: 'Surveys and rankings',
      membership: 'Membership, account and roles',
      announcements: 'Messages from your union',
    },
    noneOfTopic: 'No notices on this topic.',
    all: 'All notices',
    unreadOnly_one: 'Unread ({{count, number}})',
    unreadOnly_other: 'Unread ({{count, number}})',
    unread: 'Unread',
    wasRead: 'Read',
    what: 'Notice',
    about: 'Details',
    kind: 'Category',
    when: 'When',
    state: 'Status',
    readAll: 'Mark all as read',
    markRead: 'Mark as read',
    markReadOf: 'Mark as read: {{title}}',
    notRead: 'Could not be marked as read',
    withdrawn: 'The organiser has withdrawn this message.',
  },
};
