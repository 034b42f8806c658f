import type { texts as chinese } from '../zh-CN/resourceForm.js';
import type { Same } from '../texts.js';

export const texts: Same<typeof chinese> = {
  resource: {
    name: 'Name',
    district: 'District',
    quota: 'Most loans of one union',
    notSaved: 'This was not saved',
    choose: 'Please choose',
    form: {
      newTitle: 'Offer something',
      newHint:
        'A place, people, a service, know-how. Afterwards grant others the right to use it; it stays yours.',
      editTitle: 'Edit the resource',
      create: 'Offer it',
      owner: 'Owner',
      ownerRequired: 'Please choose the owner',
      titleRequired: 'Please fill in the name',
      titleExample: 'Such as: Hall on the third floor',
      description: 'Description',
      descriptionHint: 'What there is, how to fetch it, what to take care of',
      functionHint: 'Places and equipment are facilities, trainers and hosts are people',
      functionRequired: 'Please choose what it is',
      businesses: 'Union work it suits',
      businessesRequired: 'Please choose at least one',
      districtHint: 'Needs of the same district match better',
      place: 'Address',
      latitude: 'Latitude',
      longitude: 'Longitude',
      coordinatesHint: 'With both of them needs are matched by distance',
      decimal: 'Please fill in degrees, such as 30.5928',
      capacity: 'People it holds',
      whole: 'Please fill in a whole number',
      turnaround: 'Made ready again (minutes)',
      turnaroundHint: 'Kept free after each loan; holds for loans from now on',
      quotaHint: 'Empty for no limit; unions of small and micro enterprises are exempt',
      partOf: 'Part of',
      partOfHint:
        'Such as half a hall: who has the hall has both halves. Leave it empty where it is no part of anything.',
      noWhole: 'No part of it',
    },
  },
};
