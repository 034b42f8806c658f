export const texts = {
  membersField: {
    count: '{{count, number}} in the list.',
    added: '{{count, number}} added.',
    full: '{{count, number}} added. {{left, number}} more do not fit: the list takes {{max, number}}.',
    remove: 'Remove',
    removeNamed: 'Remove {{name}}',
    removeAll: 'Remove all',
    showAll: 'Show all {{count, number}}',
    ofUnion: 'All of a union or group',
    union: 'Union',
    noUnion: 'Choose a union',
    group: 'Group',
    everybody: 'All members, also of the unions below',
    addAll: 'Add all of them',
    nobody: 'Nobody there can be added.',
    paste: 'Paste a list',
    pasteHint:
      'Whole names, resident numbers or phones, one a line; columns of a spreadsheet can be pasted as they are.',
    pasteLabel: 'List of names or numbers',
    look: 'Find {{count, number}} and add them',
    comma: ', ',
    missing: 'Not found ({{count, number}}): {{names}}',
    unfit:
      'Cannot be added, as their account is not active or their membership is retained ({{count, number}}): {{names}}',
    several: 'Several are called {{name}}. Tap the one you mean.',
  },
};
