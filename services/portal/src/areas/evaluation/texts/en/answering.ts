import type { texts as chinese } from '../zh-CN/answering.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  answering: {
    over: {
      sent: {
        title: 'Thank you, received',
        text: 'Nothing in the answers says who you are, and they are gone from this phone. One answer each: you cannot answer again.',
      },
      used: {
        title: 'You have answered already',
        text: 'One answer of yours has been received. Each person counts once, so no second one was taken.',
      },
      late: {
        title: 'The survey is over',
        text: 'The survey had closed when this arrived. If it had arrived once before, it was counted then; otherwise it was not, and nobody can tell which. Your answers are gone from this phone.',
      },
      issuedElsewhere: {
        title: 'Your token was fetched before',
        text: 'Each person has one anonymous token. It may be on another phone or computer of yours: please answer there, or open this page there and choose “Answer on another device”. If you have answered, nothing is left to do; as it is anonymous, nobody can look that up. If that device is lost, nobody can give you another token: whoever could would be able to vote twice.',
      },
      moved: {
        title: 'Your token has gone to your other device',
        text: 'Please go on there. The token and what you filled in are gone from this device. To bring it back, open this page there and choose “Answer on another device”.',
      },
    },
    who: {
      sentence: 'Anonymous: neither the union nor the platform can find out who answered what.',
      summary: 'Anonymous: who sees what',
      person: {
        who: 'Who answered',
        what: 'Nobody sees it on the platform. Who holds the files of the database or records of the network may infer that you answered, and when, but not what you answered.',
      },
      answers: {
        who: 'Your answers',
        what: 'Are kept sealed from the moment they arrive, opened only after the close, and counted together with everyone’s; then answers and key are destroyed. Nobody reads them without the key file. They are sent without name, account or sign-in.',
      },
      results: {
        who: 'The results',
        what: 'Are published after the close. Before it nobody sees them, its holder included.',
      },
      few: { who: 'Few answers', what: 'Fewer than five are not shown.' },
      phone: {
        who: 'This phone',
        what: 'Until they are sent, your answers are on this phone only; then they are removed. Your employer’s network can see that the phone sent something, not what.',
      },
      words: {
        who: 'Your own words',
        what: 'Are published in an order of chance. Names and numbers are hidden where they are recognised, which cannot be promised of all. Please write nothing that reveals you or others.',
      },
    },
  },
};
