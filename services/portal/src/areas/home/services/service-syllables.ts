import type { ServiceKey } from './services.js';

/** The pinyin of the services' Chinese names, a syllable for each character; a test compares them. */
export const serviceSyllables: Readonly<Record<ServiceKey, string>> = {
  myMatters: 'wo de ban jian',
  matterStatus: 'cha ban shi jin du',
  complain: 'tou su yu jian yi',
  contact: 'lian xi gong hui',
  card: 'hui yuan ka',
  benefits: 'hui yuan you hui',
  transfers: 'hui ji jie zhuan',
  corrections: 'xin xi geng zheng',
  myRecords: 'wo de dang an',
  myVisits: 'wo de zou fang',
  verify: 'he yan zheng shu',
  propose: 'ti yi huo dong',
  clubs: 'ju le bu',
  circles: 'quan zi',
  offers: 'zhao zi yuan',
  need: 'shuo chu xu qiu',
  talents: 'ren cai cha zhao',
  worksCalls: 'zuo pin zheng ji',
  courses: 'zai xian ke cheng',
  vacancies: 'zhao pin',
  bulletins: 'gong hui xin xi',
  disclosures: 'jing fei gong kai',
  subsidies: 'bu zhu gong shi',
  recognitions: 'biao zhang',
};
