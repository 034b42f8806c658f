import { type AccessRow, idOf } from './access-world.js';

/** Figures are brought by evaluators of a union; the lists of others are empty. */
export const figureRows: readonly AccessRow[] = [
  {
    route: 'POST /figures',
    expected: [401, 403, 403, 201],
    before: async (world) => {
      const { near } = world.network;
      const csv = `kind,subject,figure,period,value,source\nunion,${near.id},会员服务人次,2026,120,年报`;
      const { key } = await world.people.keeper.client.upload('figures.csv', csv, 'text/csv');
      world.ids.set('figureFile', key);
    },
    request: (world) => ({
      body: {
        unionId: world.network.near.id,
        fileKey: idOf(world, 'figureFile'),
        fileName: 'figures.csv',
        dryRun: false,
      },
    }),
  },
  { route: 'GET /figures', expected: [401, 200, 200, 200] },
];
