export const texts = {
  membersField: {
    count: '{{count, number}} in the list.',
    added: '{{count, number}} added.',
    full: '{{count, number}} added. There is no room for {{left, number}} more: the limit is {{max, number}}.',
    remove: 'Remove',
    removeNamed: 'Remove {{name}}',
    removeAll: 'Remove all',
    showAll: 'Show all {{count, number}}',
    ofUnion: 'Add a whole union or group',
    union: 'Union',
    noUnion: 'Choose a union',
    group: 'Group',
    everybody: 'All members, including unions below',
    addAll: 'Add all',
    nobody: 'There is nobody to add.',
    paste: 'Paste a list',
    pasteHint:
      'One full name, ID number or phone number per line. You can paste columns straight from a spreadsheet.',
    pasteLabel: 'List of names or numbers',
    look: 'Find {{count, number}} and add them',
    comma: ', ',
    missing: 'Not found ({{count, number}}): {{names}}',
    unfit:
      'Can’t be added because their account is not active or their membership is on hold ({{count, number}}): {{names}}',
    several: 'There are several people called {{name}}. Choose the one you mean.',
  },
};
