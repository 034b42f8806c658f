import { describe, expect, it } from '@jest/globals';
import { shippedAnalyser } from './analyser.js';
import { isOneSlipAway, Lexicon, looseSound } from './lexicon.js';
import { plainText } from './plain-text.js';
import { shippedMeanings } from './thesaurus.model.js';
import { answered, seatsIn } from './wanted.model.js';

const wordsOf = (title: string, text = ''): string[] =>
  shippedAnalyser.wantedIn(title, text).words.map(({ word }) => word);

describe('a text for comparison', () => {
  it.each([
    ['ＬＥＤ屏', 'led屏'],
    ['會議室與投影機', '会议室与投影机'],
    ['麥克風', '麦克风'],
    ['会议室', '会议室'],
  ])('of %s is %s', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe('what is sought', () => {
  it.each([
    ['我们想找一个能坐40人的地方开会', ['场地', '会议室']],
    ['借用贵单位的大会议室', ['贵', '会议室']], // not 大会 and 议室
    ['帐蓬', ['帐篷']], // the same sounds
    ['会意室', ['会议室']],
    ['主特人', ['主持人']], // one character is wrong
    ['投仪影', ['投影仪']], // two have changed places
    ['羽毛场', ['羽毛球场']], // one is missing
    ['yumaoqu', ['羽毛球']], // a letter is missing
    ['zhuchiren', ['主持人']],
    ['瑜伽私教', ['瑜伽', '私']], // no 瑜伽室, although it sounds like one
    ['kele', ['kele']], // too short to be a slip
    ['需要', []],
  ])('by 「%s」 is %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('is named last, and the title says more than the text', () => {
    expect(
      shippedAnalyser.wantedIn('搬运音响的货车', '周末').words.map(({ word, weight }) => [word, weight]),
    ).toEqual([
      ['音响', 1],
      ['货车', 1.5],
    ]);
    expect(
      shippedAnalyser
        .wantedIn('礼堂', '要有舞台')
        .words.map(({ word, weight, kind }) => [word, weight, kind]),
    ).toEqual([
      ['礼堂', 1.5, 'venue'],
      ['舞台', 0.4, null],
    ]);
  });

  it.each([
    ['能坐40人', 40],
    ['一百二十人的会', 120],
    ['六十座', 60],
    ['60多个人', 60],
    ['两百人', 200],
    ['一位老师', null],
    ['三人小组', null], // company, not seats
    ['会议室', null],
  ])('has seats in 「%s」: %p', (text, seats) => {
    expect(seatsIn(text)).toBe(seats);
  });
});

describe('an offer', () => {
  it('names meanings in its title and its text, what covers them, and the kind of thing', () => {
    const terms = shippedAnalyser.wordTerms('职工报告厅（带投影）', '可放音乐');
    for (const term of ['#礼堂', '#^会场', '#^场地', '#投影仪', '~音响', 'kind:venue'])
      expect(terms).toContain(term);
    expect(shippedAnalyser.wordTerms('会议室投影仪')).toContain('kind:equipment');
    expect(shippedAnalyser.wordTerms('乒乓球活动室')).toContain('#乒乓球');
  });

  it('is the same in other words', () => {
    expect(shippedAnalyser.plainWords('便携投影设备')).toBe('便携投影仪');
    expect(shippedAnalyser.soughtWords('瑜珈老师')).toBe('瑜伽教练');
    expect(shippedAnalyser.sayings('客车', 3)).toEqual(['客车', '大巴', '班车']);
  });

  it('sounds alike where its characters differ', () => {
    const [sound] = shippedAnalyser.saidIn('蓝田').wanted.words.flatMap(({ sounds }) => sounds);
    expect(shippedAnalyser.meaningsOf('兰甜坊', '')).toContain(sound);
  });

  it.each([
    ['礼堂', '大礼堂', 1],
    ['会场', '大礼堂', 0.9],
    ['礼堂', '会场', 0.6],
    ['礼堂', '会议室', 0.4],
    ['礼堂', '音响', 0],
  ])('answers 「%s」 by 「%s」: %d', (sought, title, share) => {
    expect(
      answered(shippedAnalyser.wantedIn(sought).words, shippedAnalyser.wordTerms(title)).share,
    ).toBeCloseTo(share);
  });
});

describe('slips', () => {
  it.each([
    ['zhang', 'zan'],
    ['ning', 'lin'],
    ['sheng', 'sen'],
  ])('%s is %s', (syllable, loose) => {
    expect(looseSound(syllable)).toBe(loose);
  });

  it('are one letter', () => {
    expect(isOneSlipAway('yumaoqu', 'yumaoqiu')).toBe(true);
    expect(isOneSlipAway('yumaoqiv', 'yumaoqiu')).toBe(true);
    expect(isOneSlipAway('yumao', 'yumaoqiu')).toBe(false);
    expect(new Lexicon(shippedMeanings).wordTypedAs('qwert')).toBeNull();
  });
});

it('the thesaurus names every wider meaning, and none covers itself', () => {
  for (const { word, wider } of shippedMeanings.values()) {
    const seen = [word];
    for (let above = wider; above !== null; above = shippedMeanings.get(above)?.wider ?? null) {
      expect(shippedMeanings.has(above)).toBe(true);
      expect(seen).not.toContain(above);
      seen.push(above);
    }
  }
});
