import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/notice.js';

export const texts: Same<typeof chinese> = {
  notice: {
    settings: 'Notification settings',
    none: 'No notices yet. Changes of what you signed up for, reminders and messages of organisers come here.',
    noneUnread: 'There is nothing unread.',
    show: 'Which notices to show',
    topicLabel: 'About',
    topic: {
      all: 'Everything',
      activities: 'Activities and seats',
      affairs: 'Services, bulletins and tasks',
      lending: 'Loans and needs',
      money: 'Money',
      evaluation: 'Surveys and rankings',
      membership: 'Membership, account and roles',
      announcements: 'Messages of the union',
    },
    noneOfTopic: 'There is no such notice here.',
    all: 'All notices',
    unreadOnly_one: 'Unread ({{count, number}})',
    unreadOnly_other: 'Unread ({{count, number}})',
    unread: 'Unread',
    wasRead: 'Read',
    what: 'Notice',
    about: 'About',
    kind: 'Kind',
    when: 'When',
    state: 'State',
    readAll: 'Mark all as read',
    markRead: 'Mark as read',
    markReadOf: 'Mark as read: {{title}}',
    notRead: 'Not marked',
    withdrawn: 'The organiser has withdrawn this message.',
  },
};
