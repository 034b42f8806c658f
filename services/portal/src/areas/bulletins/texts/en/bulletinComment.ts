export const texts = {
  bulletinComment: {
    title_one: '{{count, number}} comment',
    title_other: '{{count, number}} comments',
    isOff: 'Comments are off. What was written can still be read.',
    openHint: 'It is shown with a masked name, such as W*. Please be civil and keep to the subject.',
    checkedHint: 'It is shown with a masked name, such as W*, once the union has checked it.',
    unchecked: 'Comments to check',
    noneUnchecked: 'No comment waits to be checked.',
    all: 'All comments',
  },
};
