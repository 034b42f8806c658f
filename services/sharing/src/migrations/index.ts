import { Activities1763600210000 } from './1763600210000-activities.js';
import { CoHosts1763600211000 } from './1763600211000-co-hosts.js';
import { Agreements1763600212000 } from './1763600212000-agreements.js';
import { References1763600200000 } from './1763600200000-references.js';
import { Pools1763600225000 } from './1763600225000-pools.js';
import { Registrations1763600226000 } from './1763600226000-registrations.js';
import { Attendance1763600227000 } from './1763600227000-attendance.js';
import { Resources1763600230000 } from './1763600230000-resources.js';
import { Loans1763600231000 } from './1763600231000-loans.js';
import { Needs1763600232000 } from './1763600232000-needs.js';
import { Waiting1763600240000 } from './1763600240000-waiting.js';
import { Roles1763600250000 } from './1763600250000-roles.js';

/** In the order in which they are applied. */
export const migrations = [
  References1763600200000,
  Activities1763600210000,
  CoHosts1763600211000,
  Agreements1763600212000,
  Pools1763600225000,
  Registrations1763600226000,
  Attendance1763600227000,
  Resources1763600230000,
  Loans1763600231000,
  Needs1763600232000,
  Waiting1763600240000,
  Roles1763600250000,
];
